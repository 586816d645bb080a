package p

type T struct{}

func F(int, func(*T)) {}
