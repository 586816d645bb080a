//line /in/p.go:1:1
package p

var ( a = 1; 

//line /patch/example.com/p/patch.go:5:7

	b = 2

//line /in/p.go:3:14
)
