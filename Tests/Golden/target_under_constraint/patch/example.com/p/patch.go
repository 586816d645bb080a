package p

//routinex:before
func poll() { println() }
