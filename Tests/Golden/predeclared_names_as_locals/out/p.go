//line /in/p.go:1:1
package p

func F(make func(int) int, new int) int {
//line /patch/example.com/p/patch.go:4:36
{ make_1/*line :4:42*/ := make/*line :4:47*/; println(make_1/*line :4:61*/(new/*line :4:63*/)) }

//line /in/p.go:3:42

	len := make(new)
	return make(len + new)
}

func G(string int) int {
//line /patch/example.com/p/patch.go:7:19
original_1 := func(string int) (int) {
//line /in/p.go:8:25
 return string 
/*line :8:40*/}; _ = original_1

//line /patch/example.com/p/patch.go:7:19
{
	new := func(nil int) int { return nil }
	return original_1/*line :9:17*/(new(string/*line :9:23*/))
}

//line /in/p.go:8:40
}
