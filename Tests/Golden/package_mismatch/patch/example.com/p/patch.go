package other

//routinex:before
func F() { println() }
