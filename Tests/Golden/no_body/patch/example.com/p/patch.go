package p

//routinex:before
func Add(a, b int) int { println(a) }
