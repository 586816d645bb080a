package p

var calls int

func One() int { return 1 } // one
