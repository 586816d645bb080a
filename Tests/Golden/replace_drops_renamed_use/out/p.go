//line /in/p.go:1:1
package p

func F(len_1/*line :3:11*/ int) int {
//line /patch/example.com/p/patch.go:4:20
 return len_1/*line :4:29*/ + len("x") 
//line /in/p.go:3:38
}
