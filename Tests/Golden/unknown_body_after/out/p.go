//line /in/p.go:1:1
package p

import "fmt"

type T struct{}

func (x T) M(p int) (r_1 /*line :7:22*/int, err /*line :7:27*/error) {
//line /patch/example.com/p/patch.go:4:40
defer func() /*line :4:40*/{ println(r_1/*line :4:51*/, err) }()

//line /in/p.go:7:35

	r := fmt.Sprint(p)?
	return len(r), nil
}
