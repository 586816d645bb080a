package p

//routinex:pragma go:noinline
func (t T) M(q int) (int, error)
