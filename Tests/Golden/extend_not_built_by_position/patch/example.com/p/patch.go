package p

//routinex:extend
type T struct {
	m int
}
