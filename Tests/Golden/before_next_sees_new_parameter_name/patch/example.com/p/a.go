package p

//routinex:before
func F(a []int) { println(len(a)) }
