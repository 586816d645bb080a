package p

func F(b string) {}
