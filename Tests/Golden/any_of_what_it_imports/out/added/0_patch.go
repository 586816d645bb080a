//line /patch/_any/patch.go:1:1
//routinex:packages net/...

package http

import (
	"context"
	          
	"os"
	         
)

                                                          
  
                                
                                                                          

                                  
                                                     

//routinex:calls os.Getenv
func getenv(name string, ctx context.Context) string { return os.Getenv(name) }
