package p

//routinex:before
func F() {
	x := := 1
}
