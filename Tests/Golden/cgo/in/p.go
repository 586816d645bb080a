package p

// int twice(int n) { return 2 * n; }
import "C"

type T struct {
	a C.int
}

func F(n int) int { return int(C.twice(C.int(n))) }
