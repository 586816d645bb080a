//line /in/p.go:1:1
package p

func F(len_1/*line :3:11*/ []int) {
//line /patch/example.com/p/a.go:4:17
{ println(len(len_1/*line :4:32*/)) }

//line /patch/example.com/p/b.go:4:17
{ println(len(len_1/*line :4:32*/)) }

//line /in/p.go:3:20
 println(len_1/*line :3:32*/) }
