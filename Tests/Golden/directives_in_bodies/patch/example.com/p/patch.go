package p

//routinex:before
func F() {
	//routinex:after x := 1
	println()
}

type T struct {
	//routinex:extend
	a int
}
