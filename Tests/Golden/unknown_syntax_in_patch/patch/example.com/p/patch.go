package p

//routinex:before
func F() { f()? }

func f() {}
