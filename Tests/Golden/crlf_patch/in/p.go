package p

type T struct{}

func F(b string) {}
