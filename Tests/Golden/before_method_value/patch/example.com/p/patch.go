package p

//routinex:before
func (c Counter) Sum() int {
	if c.sum < 0 {
		return 0
	}
}
