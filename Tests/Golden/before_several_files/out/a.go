//line /in/a.go:1:1
package p

func A() {
//line /patch/example.com/p/patch.go:4:10
{ println("a") }

//line /in/a.go:3:11
}
