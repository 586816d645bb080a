//line /in/p.go:1:1
package p

type T struct{ a int 

//line /patch/example.com/p/patch.go:4:15
 b, c int 
//line /in/p.go:3:22
}

type U struct { a, b int; c string 

//line /patch/example.com/p/patch.go:7:16

	d int // last

//line /in/p.go:5:36
}
