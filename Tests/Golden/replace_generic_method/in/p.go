package p

import "strings"

type T[K any] struct{}

func (T[K]) F() K {
	strings.ToUpper("")
	panic(1)
}
