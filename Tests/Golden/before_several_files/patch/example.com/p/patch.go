package p

//routinex:before
func A() { println("a") }

//routinex:before
func C() { println("c") }
