package p

type T struct{ n int }

func (T T) M(int int, x T) (r T) { println(T.n, int); return x }

func (p *P) Q(P func(P, *T)) {}

type P struct{}

func F[fmt any](fmt_1 fmt) fmt { return fmt_1 }
