package p

func There(a uint) {}
