package p

func C() {}
