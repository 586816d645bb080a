package p

//routinex:replace
func (t T[A]) F() A {
	var a A
	return a
}
