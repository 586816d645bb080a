// Library is Go for a program in C, as a shared library or an archive.
package main

import "C"

import (
	"fmt"

	"example.com/app/greet"
	"example.com/linking/shared"
	"github.com/timandy/routine"
)

// greeting is what the app prints, with a goroutine-local value set on the way.
//
//export greeting
func greeting() *C.char {
	shared.Own.Set("own")
	mode := "plain"
	if routine.Native && shared.Own.Get() == "own" {
		mode = "native"
	}
	return C.CString(fmt.Sprintf("greeting %s, locals %s", greet.Greeting(), mode))
}

func main() {}
