package p

//routinex:before something
func F() { println() }

//routinex:extend at the end
type T struct{ a int }
