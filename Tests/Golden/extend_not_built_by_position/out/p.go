//line /in/p.go:1:1
package p

type T struct{ n int 

//line /patch/example.com/p/patch.go:4:16

	m int

//line /in/p.go:3:22
}

// Their T is a parameter, not the struct.
type list[T any] []T

type table[K comparable, T any] map[K][]T

var l = list[[1]int]{{1}}

var t = table[string, [2]int]{"a": {{1, 2}}}

func F[T ~[1]int](t T) []T { return []T{{1}} }
