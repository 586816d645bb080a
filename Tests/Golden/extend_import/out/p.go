//line /in/p.go:1:1
package p; import unsafe "unsafe"/*line :1:10*/

import locks "sync"

type T struct {
	first locks.Mutex


//line /patch/example.com/p/patch.go:9:16

	lock  locks/*line :10:12*/.Mutex
	other unsafe.Pointer

//line /in/p.go:7:1
}
