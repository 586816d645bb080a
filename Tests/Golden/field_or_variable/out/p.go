//line /in/p.go:1:1
package p

type T struct{ name string }

func F(n string) {
//line /patch/example.com/p/patch.go:4:21
{
	println(T{name: n/*line :5:22*/})
}

//line /in/p.go:5:19
}
