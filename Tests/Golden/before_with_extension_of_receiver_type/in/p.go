package p

type T[K any] struct{}

func (t *T[_]) F(x int) int { return x }
