package p

const (
	A = iota
	B
	C
)

type I interface{ N() }
