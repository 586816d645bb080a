package runtime

import "unsafe" // for go:linkname too

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

// RoutinexLocals returns the place of the running goroutine's two pointers, threadLocals first.
//
// It and RoutinexGoid are exported so that the compiler inlines them where they are called: what a call through
// go:linkname costs 1 ns is a register and an offset there.
func RoutinexLocals() unsafe.Pointer {
	return unsafe.Pointer(&getg().threadLocals)
}

// RoutinexGoid returns the running goroutine's number, as stack traces show it.
//
// The runtime hands a g from one goroutine to the next where the race detector does not look.
//
//go:norace
func RoutinexGoid() uint64 {
	return uint64(getg().goid)
}
