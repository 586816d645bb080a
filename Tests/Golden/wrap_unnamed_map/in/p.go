package p

func F(int, map[string]rune) (int, chan bool) { return 1, nil }
