package p

//routinex:wrap
func F(s string, t string) int { return original(t, s) }
