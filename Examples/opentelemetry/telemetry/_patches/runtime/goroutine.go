package runtime

import "unsafe"

// What the goroutine is about, a *state of package spans.
//
//routinex:extend
type g struct {
	telemetry unsafe.Pointer
}

//go:linkname telemetryState
func telemetryState() unsafe.Pointer { return getg().telemetry }

//go:linkname setTelemetryState
func setTelemetryState(state unsafe.Pointer) { getg().telemetry = state }

// A new goroutine is about what the goroutine with the go statement is about.
//
//routinex:edit
//routinex:by-name
func newproc1(fn *funcval, callergp *g) {
	//routinex:after newg.startpc = fn.fn
	newg.telemetry = callergp.telemetry
}

// The record of a goroutine that has ended is kept for another one: it shall not keep a span too.
//
//routinex:before
func goexit0(gp *g) {
	gp.telemetry = nil
}
