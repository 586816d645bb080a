package p

type T struct{ name string }

func F(n string) {}
