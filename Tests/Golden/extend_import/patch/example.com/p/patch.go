package p

import (
	"sync"
	"unsafe"
)

//routinex:extend
type T struct {
	lock  sync.Mutex
	other unsafe.Pointer
}
