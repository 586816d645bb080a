//line /in/p.go:1:1
package p

type E struct{}

// T is extended.
type T struct {
	*U
	a int `json:"a"` // first
	b string


//line /patch/example.com/p/patch.go:4:16

	// extra counts.
	extra, more int `json:"extra"`
	E

//line /in/p.go:10:1
}

type U struct{}

type last = T
