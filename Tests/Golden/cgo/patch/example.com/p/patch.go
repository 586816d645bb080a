package p

//routinex:before
func F(n int) int { println(n) }

//routinex:extend
type T struct{ b int }
