package p

var calls int

func F() error { return nil }
