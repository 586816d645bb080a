package p

type T struct{}

func (x T) M[P any](p P) P { return p }
