//line /patch/example.com/p/patch.go:1:1
package p

import (
	"os"
	         
)
import "path"

                    
  
                 
          
                                                     
 

// G is added.
func G() { println(path.Dir(""), os.Args) } // stays

             
                 
                       // trailing
