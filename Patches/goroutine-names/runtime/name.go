package runtime

import _ "unsafe" // for go:linkname

// The field is at the end of g, so the offsets that assembly uses stay the same. It is a pointer, because a traceback may
// read it while the goroutine changes it: a half-written string would crash the traceback.
//
//routinex:extend
type g struct {
	goroutineName *string
}

// setGoroutineName is called by runtime/debug. The name is already quoted; nil removes it.
//
//go:linkname setGoroutineName runtime/debug.setGoroutineName
func setGoroutineName(name *string) {
	getg().goroutineName = name
}
