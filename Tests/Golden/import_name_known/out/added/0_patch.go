//line /patch/example.com/p/patch.go:1:1
package p

import (
	"example.com/n/driver"
	                        
	                     
)

                 
                                     
            
            
 

                  
          
                     
 

                 
                    
                                                        
 

var _ = store.Open()
