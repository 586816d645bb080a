package p

func F(len string) (string int) { return 1 }
