package p

func F(a int, ctx string) (err error) { return nil }
