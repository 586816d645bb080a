package p

//routinex:extend
var (
	a = 1
	b = 2
)
