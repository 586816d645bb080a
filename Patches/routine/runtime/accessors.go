package runtime

import "unsafe" // for go:linkname too

// getgp returns the running goroutine's g.
//
// getgp and getg0 are pushed from here by go:linkname. From Go 1.23, the linker does not let a package pull a name from
// the standard library that the standard library does not push.
//
//go:nosplit
//go:linkname getgp
func getgp() *g {
	return getg()
}

// getg0 returns a copy of g0. The library uses its type, to find the fields of g by reflection.
//
//go:nosplit
//go:linkname getg0
func getg0() interface{} {
	return g0
}

// RoutinexLocals returns the address of the running goroutine's two pointers, threadLocals first.
//
// It and RoutinexGoid are exported so that the compiler can inline them. A call through go:linkname takes 1 ns; inlined,
// it is a register and an offset.
func RoutinexLocals() unsafe.Pointer {
	return unsafe.Pointer(&getg().threadLocals)
}

// RoutinexGoid returns the running goroutine's number, as stack traces show it.
//
// The race detector does not see that the runtime reuses a g for another goroutine, and would report a race.
//
//go:norace
func RoutinexGoid() uint64 {
	return uint64(getg().goid)
}
