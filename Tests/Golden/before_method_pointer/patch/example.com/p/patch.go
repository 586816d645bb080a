package p

//routinex:before
func (c *Counter) Add(n int) {
	c.calls++
}
