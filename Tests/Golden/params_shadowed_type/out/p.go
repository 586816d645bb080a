//line /in/p.go:1:1
package p

type T struct{ string string }

func F(string_1/*line :5:14*/ string) {
//line /patch/example.com/p/patch.go:4:18
{
	var x string
	_ = x
	_ = string_1/*line :7:7*/
	_ = T{string: "x"}
}

//line /in/p.go:5:24
 println(T{string: string_1/*line :5:49*/}) }
