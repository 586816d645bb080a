package p

type T struct{ n int }

// Their T is a parameter, not the struct.
type list[T any] []T

type table[K comparable, T any] map[K][]T

var l = list[[1]int]{{1}}

var t = table[string, [2]int]{"a": {{1, 2}}}

func F[T ~[1]int](t T) []T { return []T{{1}} }
