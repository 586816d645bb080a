package p

type T struct{}

func (x T) M[P any](p P) P { Gone(); return p }
