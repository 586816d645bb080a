package p

//routinex:remove
func F() {}
