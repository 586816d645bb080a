package p

var name = ""

type T struct{ name string }

func F(name string) {
	println(T{name: name})
}
