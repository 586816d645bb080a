//line /patch/example.com/p/patch.go:1:4
package p

                 
                      

func H() {}
