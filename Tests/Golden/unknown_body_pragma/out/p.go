//line /in/p.go:1:1
package p

import "fmt"

type T struct{}


//line /patch/example.com/p/patch.go:2:1

//go:noinline

//line /in/p.go:7:1
func (x T) M(p int) (int, error) {
	r := fmt.Sprint(p)?
	return len(r), nil
}
