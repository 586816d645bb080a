package p

//routinex:remove
func (t T) M(q int) (int, error)
