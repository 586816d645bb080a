package p

func init() {}
