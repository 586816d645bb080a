package p

type Counter struct{ sum int }

func (c Counter) Sum() int { return c.sum }
