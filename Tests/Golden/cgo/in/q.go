package p

func Q() {}
