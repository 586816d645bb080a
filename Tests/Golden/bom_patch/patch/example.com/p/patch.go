package p

//routinex:before
func F() { println() }

func H() {}
