package p

//routinex:extend
type T[V any] struct{ x V }
