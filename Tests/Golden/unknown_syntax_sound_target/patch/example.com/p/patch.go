package p

//routinex:before
func F() { println() }

//routinex:before
func (x T) N() { println() }
