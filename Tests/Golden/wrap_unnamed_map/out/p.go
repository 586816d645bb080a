//line /in/p.go:1:1
package p

func F(n /*line :3:8*/int, m /*line :3:13*/map[string]rune) (int, chan bool) {
//line /patch/example.com/p/patch.go:4:51
original_1 := func(n int, m map[string]rune) (int, chan bool) {
//line /in/p.go:3:48
 return 1, nil 
/*line :3:63*/}; _ = original_1

//line /patch/example.com/p/patch.go:4:51
{ return original_1/*line :4:68*/(n+1, m) }

//line /in/p.go:3:63
}
