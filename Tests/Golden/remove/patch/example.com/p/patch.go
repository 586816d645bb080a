package p

//routinex:remove
func F() {}

//routinex:remove
var a int

//routinex:remove
type T int
