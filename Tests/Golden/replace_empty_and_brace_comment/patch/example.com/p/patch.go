package p

//routinex:replace
func F() { println(1) // end
}
