package p

//routinex:before
func F(s []int) { println(len(s)) }
