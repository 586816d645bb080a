package p

//routinex:pragma go:noinline
func F() {}
