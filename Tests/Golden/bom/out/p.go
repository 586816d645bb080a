//line /in/p.go:1:4
package p; func F() {
//line /patch/example.com/p/patch.go:4:10
{ println() }

//line /in/p.go:1:25
}

func G() {}
