package p

//routinex:optional
func F() {}
