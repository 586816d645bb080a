package p

//routinex:extend
type T struct{ b, c int }

//routinex:extend
type U struct {
	d int // last
}
