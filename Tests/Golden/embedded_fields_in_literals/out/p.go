//line /in/p.go:1:1
package p

import "net/http"

type T struct {
	http.Handler
	*http.Client
	G[int]
	n int
}

type G[P any] struct{ p P }

func F(c *http.Client, n_1/*line :14:25*/ int) T {
//line /patch/example.com/p/patch.go:6:41
original_1 := func(c *http.Client, n_1 int) (T) {
//line /in/p.go:14:34

	return T{Handler: nil, Client: c, G: G[int]{p: n_1/*line :15:50*/}, n: n_1/*line :15:57*/}

/*line :16:1*/}; _ = original_1

//line /patch/example.com/p/patch.go:6:41
{
	t := original_1/*line :7:15*/(c/*line :7:22*/, n_1/*line :7:29*/)
	u := T{Handler: t.Handler, Client: t.Client, G: t.G, n: t.n}
	u.Client = &http/*line :9:17*/.Client{Timeout: u.Client.Timeout}
	return u
}

//line /in/p.go:16:1
}
