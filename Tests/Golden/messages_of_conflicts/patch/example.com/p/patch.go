package p

//routinex:replace
func F() { println(1) }

//routinex:remove
func G() {}
