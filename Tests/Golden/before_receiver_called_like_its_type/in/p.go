package p

type T struct{ n int }

func (T T) M(x int) int { return T.n + x }

type L[T any] struct{ v T }

func (L *L[T]) Get(int int) T { println(int); return L.v }
