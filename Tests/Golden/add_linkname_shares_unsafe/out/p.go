//line /in/p.go:1:1
package p

import "unsafe"

func F(p unsafe.Pointer) {
//line /patch/example.com/p/patch.go:9:26
{
	_ = unsafe.Pointer(p)
	println(nanotime())
}

//line /in/p.go:5:27
}
