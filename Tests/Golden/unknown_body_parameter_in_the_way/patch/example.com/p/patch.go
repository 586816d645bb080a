package p

//routinex:before
func (t T) M(q int) (int, error) { println(p) }

var p = 1
