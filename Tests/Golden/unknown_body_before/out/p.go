//line /in/p.go:1:1
package p

import "fmt"

type T struct{}

func (x T) M(p int) (int, error) {
//line /patch/example.com/p/patch.go:4:34
{ println(p/*line :4:45*/, fresh) }

//line /in/p.go:7:35

	r := fmt.Sprint(p)?
	return len(r), nil
}
