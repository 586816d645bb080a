package runtime

import _ "unsafe" // for go:linkname

// getgp returns the running goroutine's g.
//
// Both functions are pushed from here because, from Go 1.23, the linker lets no package pull a name out of the
// standard library that is not pushed by it.
//
//go:nosplit
//go:linkname getgp
func getgp() *g {
	return getg()
}

// getg0 returns a copy of g0, for its type: reflection finds the fields of g in it.
//
//go:nosplit
//go:linkname getg0
func getg0() interface{} {
	return g0
}
