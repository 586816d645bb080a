package p

//routinex:before
func F(b []int) { println(len(b)) }
