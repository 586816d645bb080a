package p

func F(list []int, n int) int {
	sum := 0
	return sum
}
