package runtime

import "unsafe"

// The two pointers are at the end of g, so the offsets that assembly uses stay the same. Only the library uses them. The
// runtime keeps alive what they point to, and resets them.
//
//routinex:extend
type g struct {
	threadLocals            unsafe.Pointer
	inheritableThreadLocals unsafe.Pointer
}

// The runtime reuses a g after its goroutine ends. Without this, the next goroutine would begin with the old values.
//
//routinex:before
func goexit0(gp *g) {
	gp.threadLocals = nil
	gp.inheritableThreadLocals = nil
}

// A C thread that calls into Go borrows m.curg. Later, other threads borrow the same g.
//
// dropm runs without a P, so it must not use write barriers. Hence the stores through *uintptr. They are safe: nothing
// runs on that g any more, and every copy of a pointer that outlives it was stored with a barrier.
//
//routinex:before
func dropm() {
	gp := getg().m.curg
	*(*uintptr)(unsafe.Pointer(&gp.threadLocals)) = 0
	*(*uintptr)(unsafe.Pointer(&gp.inheritableThreadLocals)) = 0
}
