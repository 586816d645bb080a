package p

//routinex:before
//routinex:optional
func F() { println("example.com") }
