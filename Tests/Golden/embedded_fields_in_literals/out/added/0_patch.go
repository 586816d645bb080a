//line /patch/example.com/p/patch.go:1:1
package p

import web "net/http"

               
                                         
                             
                                                             
                                                  
         
 

type added struct {
	web.Handler
	*web.Request
	G[string]
}
