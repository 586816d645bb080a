// Package spans imports os, so it cannot be imported here. Instead, it is part of every program, and defines the function
// that has no body below.
//
//routinex:link example.com/telemetry/spans

package os

import _ "unsafe"

//go:linkname finishSpans
func finishSpans()

//routinex:before
func Exit(code int) {
	finishSpans()
}
