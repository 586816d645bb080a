package runtime

import "unsafe"

// A C thread that calls into Go borrows m.curg. Later, other threads borrow the same g.
//
// dropm runs without a P, so it must not use write barriers. Hence the store through *uintptr. It is safe: nothing runs
// on that g any more, and no copy of the pointer outlives it.
//
//routinex:before
func dropm() {
	*(*uintptr)(unsafe.Pointer(&getg().m.curg.goroutineName)) = 0
}
