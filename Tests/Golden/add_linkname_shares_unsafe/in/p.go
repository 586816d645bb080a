package p

import "unsafe"

func F(p unsafe.Pointer) {}
