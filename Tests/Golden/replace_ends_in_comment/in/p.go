package p

func F() { // before
	println(2)
	// last
}
