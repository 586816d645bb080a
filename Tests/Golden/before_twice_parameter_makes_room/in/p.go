package p

func F(len []int) { println(len) }
