package p

//routinex:extend
type (
	T struct{ a int }
)
