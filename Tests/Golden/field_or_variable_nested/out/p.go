//line /in/p.go:1:1
package p

type T struct{ name string }

type List []T

type Table map[string]*T

type Grid []map[string]T

type Words [][]string

func F(n int) {
//line /patch/example.com/p/patch.go:4:18
{
	println(List{{name: "a"}}, Table{"a": {name: "b"}}, Grid{{"a": {name: "c"}}}, Words{n/*line :5:90*/: {n/*line :5:97*/: "d"}})
}

//line /in/p.go:13:16
}
