package p

func F(string string, b string) int { return len(string) + len(b) }
