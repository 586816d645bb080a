package p

func F(c bool) int {
	if ; c {
		return 1
	}
	switch ; {
	case c:
	}
	switch ; c {
	}
	for ; ; {
		break
	}
	return 0
}
