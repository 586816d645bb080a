//line /in/p.go:1:1
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
	const size2 = unsafe.Sizeof((*made(&/*line :19:30*/T{}))/*line :19:33*/)
	println(two, size2, cap([3]T{}), len(size((*made(&/*line :20:44*/T{}))/*line :20:47*/)))
	switch two {
	case len([3]T{}):
	}
}

func G() {
	len := size
	_ = len((*made(&/*line :28:10*/T{}))/*line :28:13*/)
}
