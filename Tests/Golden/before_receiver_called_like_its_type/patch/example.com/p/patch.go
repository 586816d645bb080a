package p

//routinex:before
func (t T) M(x int) int {
	var zero T
	println(t.n, zero.n)
}

//routinex:before
func (l *L[E]) Get(int int) E {
	var other L[E]
	println(l, int, &other)
}
