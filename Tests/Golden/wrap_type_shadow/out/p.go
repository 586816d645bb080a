//line /in/p.go:1:1
package p

func F(string_1/*line :3:14*/, b string) int {
//line /patch/example.com/p/patch.go:4:32
original_1 := func(string_1 string, b string) (int) {
//line /in/p.go:3:31
 return 1 
/*line :3:41*/}; _ = original_1

//line /patch/example.com/p/patch.go:4:32
{ return original_1/*line :4:49*/(b/*line :4:51*/, string_1/*line :4:54*/) }

//line /in/p.go:3:41
}
