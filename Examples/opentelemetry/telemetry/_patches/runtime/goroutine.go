package runtime

import "unsafe"

// The field has the goroutine's state, a *state of package spans.
//
//routinex:extend
type g struct {
	telemetry unsafe.Pointer
}

//go:linkname telemetryState
func telemetryState() unsafe.Pointer { return getg().telemetry }

//go:linkname setTelemetryState
func setTelemetryState(state unsafe.Pointer) { getg().telemetry = state }

// A new goroutine inherits the state of the goroutine that starts it.
//
//routinex:edit
//routinex:by-name
func newproc1(fn *funcval, callergp *g) {
	//routinex:after newg.startpc = fn.fn
	newg.telemetry = callergp.telemetry
}

// The runtime keeps the g of a goroutine that has ended, to reuse it. Without this, the g would keep a span in memory.
//
//routinex:before
func goexit0(gp *g) {
	gp.telemetry = nil
}
