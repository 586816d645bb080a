package p

//routinex:before
func One() int { calls++ }
