package p

func Lower() {}
