//line /in/p.go:1:1
package p

func F(a int, ctx string) (err error) {
//line /patch/example.com/p/patch.go:5:20
{ println(ctx) }

//line /in/p.go:3:40
 return nil }
