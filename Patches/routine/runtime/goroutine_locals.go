package runtime

import "unsafe"

// Two pointers at the end of g, so that no offset known to assembly moves. They are the library's own; the runtime
// only keeps what they point to alive and resets them.
//
//routinex:extend
type g struct {
	threadLocals            unsafe.Pointer
	inheritableThreadLocals unsafe.Pointer
}

// A g is kept for reuse when its goroutine ends: without this, the next one would begin with the values of the last.
//
//routinex:before
func goexit0(gp *g) {
	gp.threadLocals = nil
	gp.inheritableThreadLocals = nil
}

// A C thread that calls into Go borrows m.curg, which later threads borrow again.
//
// This runs without a P, where a write barrier is forbidden, hence the stores through *uintptr. They are safe: nothing
// runs on that g any more, and every copy of a pointer that outlives it was stored with a barrier.
//
//routinex:before
func dropm() {
	gp := getg().m.curg
	*(*uintptr)(unsafe.Pointer(&gp.threadLocals)) = 0
	*(*uintptr)(unsafe.Pointer(&gp.inheritableThreadLocals)) = 0
}
