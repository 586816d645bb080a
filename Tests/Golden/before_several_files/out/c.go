//line /in/c.go:1:1
package p

func C() {
//line /patch/example.com/p/patch.go:7:10
{ println("c") }

//line /in/c.go:3:11
}
