package p

func Test() {}
