package p

func F(make func(int) int, new int) int {
	len := make(new)
	return make(len + new)
}

func G(string int) int { return string }
