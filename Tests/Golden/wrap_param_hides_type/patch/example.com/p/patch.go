package p

//routinex:wrap
func F(t string, u string) int { return original(u, t) }
