package p

func F(int) (int, error) { return 1, nil }
