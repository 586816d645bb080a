//line /in/p.go:1:1
package p

func F(x, original int) int {
//line /patch/example.com/p/patch.go:4:22
original_2 := func(x int, original int) (int) {
//line /in/p.go:3:30
 return x + original 
/*line :3:51*/}; _ = original_2

//line /patch/example.com/p/patch.go:4:22
{
	x/*line :5:3*/, original_1/*line :5:13*/ := original/*line :5:18*/, x/*line :5:21*/
	return original_1/*line :6:17*/ + x/*line :6:21*/
}

//line /in/p.go:3:51
}
