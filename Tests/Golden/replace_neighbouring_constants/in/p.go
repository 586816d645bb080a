package p

const (
	A int = iota
	B
	C
)
