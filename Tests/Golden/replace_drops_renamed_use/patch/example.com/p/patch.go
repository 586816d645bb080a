package p

//routinex:replace
func F(n int) int { return n + len("x") }
