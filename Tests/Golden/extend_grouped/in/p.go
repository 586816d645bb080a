package p

type (
	S struct{ x int }
	// T is in a group.
	T struct {
		y S
	}
)
