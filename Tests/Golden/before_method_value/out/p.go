//line /in/p.go:1:1
package p

type Counter struct{ sum int }

func (c Counter) Sum() int {
//line /patch/example.com/p/patch.go:4:28
{
	if c.sum < 0 {
		return 0
	}
}

//line /in/p.go:5:29
 return c.sum }
