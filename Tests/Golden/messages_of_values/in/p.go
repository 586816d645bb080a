package p

var a, b = 1, 2

func F() {
	g()
	g()
}

func g() {}

type I interface{ M() }
