//line /in/p.go:1:1
package p

type Counter struct{ calls, sum int }

func (c *Counter) Add(n int) {
//line /patch/example.com/p/patch.go:4:30
{
	c.calls++
}

//line /in/p.go:5:31

	c.sum += n
}

func (c Counter) Sum() int { return c.sum }
