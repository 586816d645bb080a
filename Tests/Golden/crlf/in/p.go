package p

type T struct {
	a int // first
}

func F(b string) { // begins
	println(b)
}
