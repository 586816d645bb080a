package p

func F(b []uint8, r int32, f func() int) {}
