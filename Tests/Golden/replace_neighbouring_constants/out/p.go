//line /in/p.go:1:1
package p

const (
	A int = 
//line /patch/example.com/p/patch.go:4:11
10
//line /in/p.go:4:14

	B int = 
//line /patch/example.com/p/patch.go:7:11
20
//line /in/p.go:5:3

	C int = iota/*line :6:3*/
)
