//line /in/p.go:1:1
package p

type T struct{ a int 

//line /patch/example.com/p/patch.go:4:16

	c int

//line /in/p.go:3:22
}

func F() T {
//line /patch/example.com/p/patch.go:9:13

	return T{1, 2}

//line /in/p.go:5:26
}
