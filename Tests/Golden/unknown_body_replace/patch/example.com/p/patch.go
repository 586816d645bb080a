package p

//routinex:replace
func (t T) M(q int) (int, error) { return q, nil }
