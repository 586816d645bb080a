//line /in/p.go:1:1
package p

const (
	A = iota
	B
	C


//line /patch/example.com/p/patch.go:5:10

	D
	E = "e"

//line /in/p.go:7:1
)

type I interface{ N() 

//line /patch/example.com/p/patch.go:11:19

	M()

//line /in/p.go:9:23
}
