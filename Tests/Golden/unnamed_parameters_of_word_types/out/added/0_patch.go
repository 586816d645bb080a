//line /patch/example.com/p/patch.go:1:1
package p

                 
                                                                                      

               
                                                                     

                 
                                                                                        

func added(int, map[string]rune, ...func(int)) {}
