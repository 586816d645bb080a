package p

type T struct {
	a int
	b string
}

type U struct{ n int }

type G[K comparable] struct{ k K }

type E struct{}

type list []*T

func F() []T {
	type U struct{ x int }
	_ = U{1}
	_ = T{a: 1, b: ""}
	_ = T{}
	_ = E{}
	return nil
}

type H struct{ a, b int }

type I struct{ a int }

type J struct{ a int }

type K struct{ a int }

type N struct{ n int }
