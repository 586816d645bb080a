package p

func Y() {}
