package p

//routinex:edit
func A() { println() }

//routinex:edit
func B() {}

//routinex:edit
func C() {
	//routinex:before
	println()
}

//routinex:edit
func D() {
	//routinex:before if {
	println()
}

//routinex:edit
func E() {
	//routinex:after #0 a()
	println()
}

//routinex:edit
func F() {
	//routinex:afterr a()
	println()
}
