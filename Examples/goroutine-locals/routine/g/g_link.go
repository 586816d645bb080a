//go:build routinex

// Package g finds the running goroutine.
package g

import (
	"reflect"
	"unsafe"
)

// Native reports whether the runtime has fields for goroutine-local storage.
const Native = true

//go:linkname getgp runtime.getgp
func getgp() unsafe.Pointer

//go:linkname getg0 runtime.getg0
func getg0() interface{}

// Pointer returns the running goroutine's runtime.g.
func Pointer() unsafe.Pointer { return getgp() }

// Type returns the type runtime.g.
func Type() reflect.Type { return reflect.TypeOf(getg0()) }

var goid = func() uintptr {
	field, ok := Type().FieldByName("goid")
	if !ok {
		panic("runtime.g has no field goid")
	}
	return field.Offset
}()

// ID returns the running goroutine's number.
//
//go:norace
func ID() uint64 { return *(*uint64)(unsafe.Add(getgp(), goid)) }
