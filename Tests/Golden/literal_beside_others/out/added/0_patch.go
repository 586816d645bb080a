//line /patch/example.com/p/patch.go:1:1
package p

//routinex:literal T
func seen(t *T) *T { return t }

               
               
                              
                  
                          
                 
 

                  
                                 

                  
                   

               
                                             

                 
                                     

//routinex:calls os.Exit
func exit(code int) {}

                 
              
