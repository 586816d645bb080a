package p

//routinex:edit
func F(a int) {
	//routinex:before if a > 2 { b() }
	b()
	//routinex:after b()
	println(1)
}
