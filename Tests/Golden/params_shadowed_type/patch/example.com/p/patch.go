package p

//routinex:before
func F(a string) {
	var x string
	_ = x
	_ = a
	_ = T{string: "x"}
}
