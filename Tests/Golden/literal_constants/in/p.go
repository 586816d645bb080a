package p

import "unsafe"

type T struct{ a [4]int }

func size(t T) []T { return []T{t} }

const (
	one   = len([1]T{{}})
	four  = len(T{}.a)
	bytes = unsafe.Sizeof(T{})
)

var array [len([...]T{{}, {}})]int

func F() {
	const two = len([...]T{{}, {}})
	const size2 = unsafe.Sizeof(T{})
	println(two, size2, cap([3]T{}), len(size(T{})))
	switch two {
	case len([3]T{}):
	}
}

func G() {
	len := size
	_ = len(T{})
}
