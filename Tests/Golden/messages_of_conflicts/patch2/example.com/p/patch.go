package p

//routinex:replace
func F() { println(2) }

//routinex:before
func G() { println() }
