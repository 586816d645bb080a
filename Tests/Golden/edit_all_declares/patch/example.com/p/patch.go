package p

//routinex:edit
func F() {
	//routinex:before all g()
	x := 1
	println(x)
}
