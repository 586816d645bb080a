package p

//routinex:before
func F(b []byte, r rune, f func() (int)) { println() }
