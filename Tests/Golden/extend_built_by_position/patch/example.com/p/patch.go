package p

//routinex:extend
type T struct {
	c int
}

//routinex:extend
type U struct {
	c int
}

//routinex:extend
type G[K comparable] struct {
	c int
}

//routinex:extend
type E struct {
	c int
}
