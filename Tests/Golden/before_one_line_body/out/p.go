//line /in/p.go:1:1
package p

var calls int

func One() int {
//line /patch/example.com/p/patch.go:4:16
{ calls++ }

//line /in/p.go:5:17
 return 1 } // one
