package p

//routinex:before
func (x T) M(p int) int { println() }
