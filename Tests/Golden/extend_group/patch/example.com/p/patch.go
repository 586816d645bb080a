package p

//routinex:extend
const (
	A = iota
	D
	E = "e"
)

//routinex:extend
type I interface {
	M()
}
