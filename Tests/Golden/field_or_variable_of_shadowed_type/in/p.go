package p

type S struct{ x int }

func H(x int) any {
	type L []S
	if x > 0 {
		type S map[int]int
		_ = S{x: 2}
		return L{{x: x}}
	}
	return nil
}
