//line /patch/_any/patch.go:1:1
//routinex:packages net/...

package http

import (
	          
	              
)

                                                                  
  
                 
                 
                                                
                       
                  
 

func seen(r *     Request, status int) { println(r.URL, status,     StatusOK) }
