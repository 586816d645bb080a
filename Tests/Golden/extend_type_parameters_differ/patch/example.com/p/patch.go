package p

//routinex:extend
type T struct{ x int }
