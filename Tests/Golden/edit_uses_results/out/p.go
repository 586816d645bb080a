//line /in/p.go:1:1
package p

func F(len_1/*line :3:11*/ []int) int {
	
//line /patch/example.com/p/patch.go:5:28

	return len(len_1/*line :6:17*/)


//line /in/p.go:4:2
return 1
}
