package p

//routinex:extend
type I interface {
	F()
}
