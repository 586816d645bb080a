package p

//routinex:wrap
func F(n int, m map[string]rune) (int, chan bool) { return original(n+1, m) }
