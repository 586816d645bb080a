//line /in/p.go:1:1
package p

func F() {
//line /patch/example.com/p/patch.go:4:10
{ println() }

//line /in/p.go:3:11

	x := := 1
}
