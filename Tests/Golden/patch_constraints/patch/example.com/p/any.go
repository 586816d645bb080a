package p

func Any() {}
