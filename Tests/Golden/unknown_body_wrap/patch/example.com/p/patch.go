package p

//routinex:wrap
func (t T) M(q int) (int, error) { return original(q) }
