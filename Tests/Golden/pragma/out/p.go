//line /in/p.go:1:1
package p

// F is.
//
//go:nosplit

//line /patch/example.com/p/patch.go:2:1

//go:noinline

//line /in/p.go:6:1
func F() {}
