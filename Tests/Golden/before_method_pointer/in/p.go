package p

type Counter struct{ calls, sum int }

func (c *Counter) Add(n int) {
	c.sum += n
}

func (c Counter) Sum() int { return c.sum }
