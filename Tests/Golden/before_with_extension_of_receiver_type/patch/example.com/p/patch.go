package p

//routinex:before
func (t *T[int]) F(x int) int { return x }
