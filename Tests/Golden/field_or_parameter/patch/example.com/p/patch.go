package p

//routinex:before
func F(a string) {
	println(name)
}
