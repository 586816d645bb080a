package p

type T struct{}

func F() {}

func (x T) M[P any](p P) P { return p }

func (x T) N() {}
