package p

func There() {}
