package runtime

import "unsafe"

// A C thread that calls into Go borrows m.curg, which later threads borrow again.
//
// This runs without a P, where a write barrier is forbidden, hence the store through *uintptr. It is safe: nothing
// runs on that g any more, and no copy of the pointer outlives it.
//
//routinex:before
func dropm() {
	*(*uintptr)(unsafe.Pointer(&getg().m.curg.goroutineName)) = 0
}
