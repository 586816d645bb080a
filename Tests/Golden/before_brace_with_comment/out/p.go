//line /in/p.go:1:1
package p

var calls int

func F(
	a int, // the first
) {
//line /patch/example.com/p/patch.go:4:15
{
	calls++ // counted
	// the end
}

//line /in/p.go:7:4
 // begins here
	println(a)
}

func G() { /* nothing
here */
}
