package p

func F(a string) { println(url) }
