package p

func F(len []int) int {
	return 1
}
