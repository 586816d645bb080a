package p

//routinex:extend
type T struct{ a int }

//routinex:extend
type U struct {
	b int
}

//routinex:extend
type V struct{ c int }
