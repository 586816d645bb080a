package p

func F() {}

type T struct{}
