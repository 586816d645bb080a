package p

import "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() int64

//routinex:before
func F(p unsafe.Pointer) {
	_ = unsafe.Pointer(p)
	println(nanotime())
}
