// The runtime can import nothing. So the package is linked to every program, and defines the function without a body below.
//
//routinex:link example.com/shop/trace

package runtime

import "unsafe"

// What the goroutine is about: a *trace.Span.
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

// The compiler makes a call of newproc of each go statement.
//
//routinex:before
func newproc(fn *funcval) {
	if getg().span != nil && !isOfRuntime(fn) {
		fn = inheriting(fn)
	}
}

// A pointer to a funcval is what a func value is.
func inheriting(fn *funcval) *funcval {
	run := inheritSpan(*(*func())(unsafe.Pointer(&fn)))
	return *(**funcval)(unsafe.Pointer(&run))
}

// isOfRuntime tells whether the function is one of the runtime's own, such as the garbage collector's workers. It starts them
// where nothing may be allocated, and knows them by their names.
func isOfRuntime(fn *funcval) bool {
	const prefix = "runtime."
	name := funcname(findfunc(fn.fn))
	return len(name) > len(prefix) && name[:len(prefix)] == prefix
}
