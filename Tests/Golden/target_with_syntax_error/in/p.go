package p

func F() {
	x := := 1
}
