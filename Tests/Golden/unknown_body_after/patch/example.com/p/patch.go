package p

//routinex:after
func (t T) M(q int) (r int, err error) { println(r, err) }
