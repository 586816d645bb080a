// Package locals reads and writes the fields that the patch set adds to runtime.g, without a library between. In a
// build with a plain runtime it does not link.
package locals

import (
	"reflect"
	"unsafe"
)

//go:linkname getgp runtime.getgp
func getgp() unsafe.Pointer

//go:linkname getg0 runtime.getg0
func getg0() interface{}

var own, inherited = offset("threadLocals"), offset("inheritableThreadLocals")

func offset(name string) uintptr {
	field, ok := reflect.TypeOf(getg0()).FieldByName(name)
	if !ok {
		panic("runtime.g has no field " + name)
	}
	return field.Offset
}

// Get returns both of the running goroutine's pointers.
//
//go:norace
func Get() (threadLocals, inheritable unsafe.Pointer) {
	g := getgp()
	return *(*unsafe.Pointer)(unsafe.Add(g, own)), *(*unsafe.Pointer)(unsafe.Add(g, inherited))
}

// Set changes both.
//
//go:norace
func Set(threadLocals, inheritable unsafe.Pointer) {
	g := getgp()
	*(*unsafe.Pointer)(unsafe.Add(g, own)) = threadLocals
	*(*unsafe.Pointer)(unsafe.Add(g, inherited)) = inheritable
}
