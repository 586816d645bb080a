package p

var len_1 = 2

func F(len []int) { println(len_1, len) }
