package p

func F(x, original int) int { return x + original }
