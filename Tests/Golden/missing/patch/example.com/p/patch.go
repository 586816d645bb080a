package p

//routinex:before
func goexit2(gp *int) {}

//routinex:before
func (t *T) Clos() error {}

//routinex:extend
type nothingLikeIt struct{ a int }
