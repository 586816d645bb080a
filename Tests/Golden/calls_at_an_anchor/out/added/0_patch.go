//line /patch/example.com/p/patch.go:1:1
package p

import "os"

               
          
                             
               
 

//routinex:calls os.Exit
func exit(code int) { os.Exit(code + 1) }
