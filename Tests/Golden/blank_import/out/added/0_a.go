//line /patch/example.com/p/a.go:1:1
package p

import (
	     
	_ "net/http"
)

                 
          
              
 
