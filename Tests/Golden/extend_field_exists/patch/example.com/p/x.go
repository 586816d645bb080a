package p

//routinex:extend
type T struct {
	c int
	b string
}
