package p

//routinex:extend
type T struct {
	c int
}

//routinex:replace
func F() T {
	return T{1, 2}
}
