package p

func b() {}

func F(a int) {
	if a > 1 {
	} else if a > 2 {
		b()
	}
}
