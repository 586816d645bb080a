package p

//routinex:optional
//routinex:before
func There(a int) { println(a) }
