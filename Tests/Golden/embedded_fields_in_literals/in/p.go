package p

import "net/http"

type T struct {
	http.Handler
	*http.Client
	G[int]
	n int
}

type G[P any] struct{ p P }

func F(c *http.Client, n int) T {
	return T{Handler: nil, Client: c, G: G[int]{p: n}, n: n}
}
