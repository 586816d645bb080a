package p

func F(items []int) int {
	sum := 0
	for _, x := range items {
		sum += x
	}
	return sum
}
