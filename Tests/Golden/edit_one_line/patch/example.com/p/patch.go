package p

//routinex:edit
func F() {
	//routinex:after a()
	b() // twice
	//routinex:before all c()
	d()
}
