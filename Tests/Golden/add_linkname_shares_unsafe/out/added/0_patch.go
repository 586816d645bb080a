//line /patch/example.com/p/patch.go:1:1
package p

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() int64

                 
                          
                      
                    
 
