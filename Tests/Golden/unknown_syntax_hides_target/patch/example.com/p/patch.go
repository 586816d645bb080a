package p

//routinex:before
func Gone() { println() }
