package p

func F(n int) int {
	if n > 1 {
		return n
	}
	return 1
}

func G() {}
