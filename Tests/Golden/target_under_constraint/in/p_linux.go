package p

func poll() {}
