package p

type T struct{}

func (x T) M(p int?) int { Gone(); return p }
