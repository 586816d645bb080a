package p

func F(len int) int { return len + 1 }
