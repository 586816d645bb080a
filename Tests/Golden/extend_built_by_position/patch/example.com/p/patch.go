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

//routinex:extend
type H struct {
	c int
}

//routinex:extend
type I struct {
	c int
}

//routinex:extend
type J struct {
	c int
}

//routinex:extend
type K struct {
	c int
}

//routinex:extend
type M struct {
	c int
}

//routinex:extend
type N struct {
	c int
}
