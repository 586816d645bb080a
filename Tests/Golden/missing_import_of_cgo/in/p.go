package p

func F(n _Ctype_int) {}
