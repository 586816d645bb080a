package p

//routinex:before
func F() {
	println("F")
}
