package p

//routinex:before
func H(n int) any { x() }

func x() {}
