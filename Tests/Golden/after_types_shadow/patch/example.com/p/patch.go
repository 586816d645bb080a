package p

//routinex:after
func F(s string) (n int) { n = len(s) }
