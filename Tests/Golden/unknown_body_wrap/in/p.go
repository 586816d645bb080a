package p

import "fmt"

type T struct{}

func (x T) M(p int) (int, error) {
	r := fmt.Sprint(p)?
	return len(r), nil
}
