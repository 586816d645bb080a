//line /in/p.go:1:1
package p

func F() {
//line /patch/example.com/p/raced.go:6:10
{ println() }

//line /in/p.go:3:11
}
