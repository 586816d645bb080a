//line /in/p.go:1:1
package p

var name = ""

type T struct{ name string }

func F(name_1/*line :7:12*/ string) {
//line /patch/example.com/p/patch.go:4:18
{
	println(name)
}

//line /in/p.go:7:22

	println(T{name: name_1/*line :8:22*/})
}
