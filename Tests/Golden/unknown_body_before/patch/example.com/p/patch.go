package p

//routinex:before
func (t T) M(q int) (int, error) { println(q, fresh) }

const fresh = 1
