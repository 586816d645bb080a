//line /in/p.go:1:1
package p

var len_1 = 2

func F(len_2/*line :5:11*/ []int) {
//line /patch/example.com/p/patch.go:4:17
{ println(len(len_2/*line :4:32*/)) }

//line /in/p.go:5:20
 println(len_1, len_2/*line :5:39*/) }
