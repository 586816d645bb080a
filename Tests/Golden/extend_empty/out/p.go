//line /in/p.go:1:1
package p

type T struct{

//line /patch/example.com/p/patch.go:4:15
 a int 
//line /in/p.go:3:15
}

type U struct {


//line /patch/example.com/p/patch.go:7:16

	b int

//line /in/p.go:6:1
}

type V struct { // nothing
	// to see


//line /patch/example.com/p/patch.go:12:15
 c int 
//line /in/p.go:10:1
}
