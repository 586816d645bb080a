//line /patch/example.com/p/patch.go:1:1
package p

                 
                                                      

const fresh = 1
