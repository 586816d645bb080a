//line /patch/example.com/p/patch.go:1:1
package p

               
                    
                 
                 
         
 

                 
                                            

func added(n int) *int { return new(n * 2) }
