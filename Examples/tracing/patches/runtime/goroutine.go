// Package runtime cannot import package trace. Instead, trace is part of every program, and defines inheritSpan.
//
//routinex:link example.com/shop/trace

package runtime

import "unsafe"

// The field has the goroutine's current span, a *trace.Span.
//
//routinex:extend
type g struct {
	span unsafe.Pointer
}

//go:linkname currentSpan
func currentSpan() unsafe.Pointer { return getg().span }

//go:linkname setCurrentSpan
func setCurrentSpan(span unsafe.Pointer) { getg().span = span }

//go:linkname inheritSpan
func inheritSpan(run func()) func()

// The compiler turns each go statement into a call of newproc.
//
//routinex:before
func newproc(fn *funcval) {
	if getg().span != nil && !isOfRuntime(fn) {
		fn = inheriting(fn)
	}
}

// inheriting wraps fn by inheritSpan. A func value is a pointer to a funcval, so each can be converted to the other.
func inheriting(fn *funcval) *funcval {
	run := inheritSpan(*(*func())(unsafe.Pointer(&fn)))
	return *(**funcval)(unsafe.Pointer(&run))
}

// isOfRuntime reports whether the function is one of the runtime's own, such as a worker of the garbage collector. The runtime
// starts these where it must not allocate, and recognizes them by their names.
func isOfRuntime(fn *funcval) bool {
	const prefix = "runtime."
	name := funcname(findfunc(fn.fn))
	return len(name) > len(prefix) && name[:len(prefix)] == prefix
}
