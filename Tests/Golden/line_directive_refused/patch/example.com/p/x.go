package p

//routinex:edit
func F() {
	//routinex:after all f()
	println()
}
