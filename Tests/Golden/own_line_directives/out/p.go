//line /in/p.go:1:1
package p

//line grammar.y:10
func F() {
//line /patch/example.com/p/patch.go:4:10
{ println() }

//line grammar.y:10
 println("//line x.y:1") }

/*line other.y:7:20*/ func G() {
//line /patch/example.com/p/patch.go:7:10
{ println() }

//line other.y:7:31

	println()
}

type T struct{ a /*line :40:1*/ int 

//line /patch/example.com/p/patch.go:10:15
 b int 
//line other.y:40:6
}

//line /abs/z.y:5:3
func H() {
//line /patch/example.com/p/patch.go:13:10
{ println() }

//line /abs/z.y:5:13
 /*line not one*/ }
