package p

func A() {}
