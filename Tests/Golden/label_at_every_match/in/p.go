package p

func F() {
	g()
	g()
}

func g() {}
