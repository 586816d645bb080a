// otelc: instrumentation/runtime, add_gls_field, gls_linker and goroutine_propagate

package runtime

import "unsafe"

//routinex:extend
type g struct {
	locals unsafe.Pointer
}

//routinex:by-name
//routinex:edit
func newproc1(callergp *g) {
	//routinex:after newg.startpc = fn.fn
	newg.locals = callergp.locals
}

// The runtime reuses a g after its goroutine ends.
//
//routinex:before
func goexit0(gp *g) {
	gp.locals = nil
}

//go:linkname currentLocals
func currentLocals() unsafe.Pointer { return getg().m.curg.locals }

//go:linkname setCurrentLocals
func setCurrentLocals(locals unsafe.Pointer) { getg().m.curg.locals = locals }
