package p

//routinex:before
func (x T) F[Q any](q Q) Q { println(x.n); var zero Q; _ = zero }

//routinex:after
func (x *T) G() (r int) { r = x.F(r) + x.added[int](1) }

func (t *T) added[P any](p P) P { return p }
