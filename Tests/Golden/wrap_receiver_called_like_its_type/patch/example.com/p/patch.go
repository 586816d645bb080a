package p

import "fmt"

//routinex:wrap
func (r T) M(n int, other T) (result T) {
	var zero T
	var count int = n
	result = original(count, other)
	fmt.Println(r, zero, result)
	return
}

//routinex:wrap
func (receiver *P) Q(f func(P, *T)) {
	original(func(p P, t *T) { f(p, t) })
}

//routinex:wrap
func F[T any](x T) T {
	fmt.Println(x)
	return original(x)
}
