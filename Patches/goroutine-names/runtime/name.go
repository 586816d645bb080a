package runtime

import _ "unsafe" // for go:linkname

// At the end of g, so that no offset known to assembly moves. A pointer, because a traceback reads it while the
// goroutine may be changing it: half a string would be fatal there.
//
//routinex:extend
type g struct {
	goroutineName *string
}

// Called by runtime/debug with the name as it is to be printed, or nil.
//
//go:linkname setGoroutineName runtime/debug.setGoroutineName
func setGoroutineName(name *string) {
	getg().goroutineName = name
}
