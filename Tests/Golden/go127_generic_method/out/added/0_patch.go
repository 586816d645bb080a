//line /patch/example.com/p/patch.go:1:1
package p

                 
                                                                 

                
                                                        

func (t *T) added[P any](p P) P { return p }
