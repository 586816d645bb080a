package p

func F() { println(4) }
