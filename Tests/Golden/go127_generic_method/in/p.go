package p

type T struct{ n int }

func (t T) F[P any](p P) P { return p }

func (t *T) G() int { return t.F[int](t.n) }
