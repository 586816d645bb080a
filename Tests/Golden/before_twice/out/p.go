//line /in/p.go:1:1
package p

func F() {
//line /patch/example.com/p/patch.go:4:10
{ println(1) }

//line /patch2/example.com/p/a.go:4:10
{ println(2) }

//line /patch2/example.com/p/b.go:4:10
{ println(3) }

//line /in/p.go:3:11
 println(4) }
