package p

//routinex:replace
var a, b = 3, 4

//routinex:edit
func F() {
	//routinex:before all g()
again:
	for {
		break again
	}
}

//routinex:extend
type I interface{}
