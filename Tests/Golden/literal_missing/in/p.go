package p

type U struct{}

type V struct{}

type vs []V

type G[T any] struct{}

func F(hidden int) { _ = U{} }

func H(V int) { _ = vs{{}} }

var g = G[int]{}
