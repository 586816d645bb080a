package p

//routinex:before
func F() { println(1) }
