package p

type E struct{}

// T is extended.
type T struct {
	*U
	a int `json:"a"` // first
	b string
}

type U struct{}

type last = T
