//line /in/p.go:1:1
package p

func F() {
//line /patch/example.com/p/patch.go:4:11
 println(1) // end

//line /in/p.go:3:11
} // after
