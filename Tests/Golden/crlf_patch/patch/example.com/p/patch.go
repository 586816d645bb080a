package p

//routinex:before
func F(a string) {
	println(a)
}

// G is added.
func G() {
}

//routinex:extend
type T struct {
	x int
}
