package p

func F(string, b string) int { return 1 }
