package p

//routinex:wrap
func F(a, b int) int {
	a, original := b, a
	return original + a
}
