package p

//routinex:before
//routinex:before
func F() { println() }
