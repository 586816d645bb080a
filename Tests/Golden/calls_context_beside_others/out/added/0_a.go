//line /patch/example.com/p/a.go:1:1
package p

                

var ctx = 1

                            
  
                 
                                                       

//routinex:literal T
func made(t T) T { return t }

               
                                         

                  
                            
