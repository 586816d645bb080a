package p

func F() {} // after
