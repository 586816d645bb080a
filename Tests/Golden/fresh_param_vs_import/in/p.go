package p

func F(url string) {}
