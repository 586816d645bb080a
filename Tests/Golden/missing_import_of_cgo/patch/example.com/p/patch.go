package p

//routinex:before
func F(n C.int) {
	println(n)
}
