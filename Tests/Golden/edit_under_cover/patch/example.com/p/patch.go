package p

//routinex:edit
func F(n int) int {
	//routinex:before if n > 1 { return n }
	println(n)
	//routinex:before return 1
	println(1)
}
