//line /in/p.go:1:1
package p

func F() {
//line /patch/.../a.go:5:10
{ println("all") }

//line /patch/example.com/.../a.go:5:10
{ println("example.com") }

//line /patch/example.com/p/a.go:4:10
{ println("itself") }

//line /patch/example.com/p/.../a.go:4:10
{ println("below") }

//line /in/p.go:3:11
}
