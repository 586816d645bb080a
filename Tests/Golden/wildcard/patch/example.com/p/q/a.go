package q

//routinex:before
func F() { println("not this") }
