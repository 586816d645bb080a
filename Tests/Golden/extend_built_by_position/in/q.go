package p

func Q() {
	_ = list{{a: 1}, {1, "x"}}
	_ = map[string]G[int]{"": {1}}
}
