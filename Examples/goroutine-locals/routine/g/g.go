//go:build !routinex

// Package g finds the running goroutine.
package g

import (
	"reflect"
	"runtime"
	"unsafe"
)

// Native reports whether the runtime has fields for goroutine-local storage.
const Native = false

// Pointer returns the running goroutine's runtime.g, which only a native build can reach.
func Pointer() unsafe.Pointer { return nil }

// Type returns the type runtime.g, which only a native build can reach.
func Type() reflect.Type { return nil }

// ID returns the running goroutine's number. It reads the first line of the goroutine's stack trace, the only place where
// plain Go shows the number.
func ID() uint64 {
	var buf [64]byte
	line := buf[:runtime.Stack(buf[:], false)]
	id := uint64(0)
	for _, c := range line[len("goroutine "):] {
		if c < '0' || c > '9' {
			break
		}
		id = id*10 + uint64(c-'0')
	}
	return id
}
