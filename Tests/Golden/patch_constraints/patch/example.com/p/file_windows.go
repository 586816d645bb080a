package p

func Windows() {}
