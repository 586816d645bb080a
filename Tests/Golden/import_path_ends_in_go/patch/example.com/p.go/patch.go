package p

func X() {}
