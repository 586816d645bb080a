package p

//routinex:extend
type T struct{ b int }
