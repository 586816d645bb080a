// Debuggee is what the debuggers are shown. The second call of visit panics.
package main

import (
	"fmt"

	"github.com/timandy/routine"
)

var local = routine.NewThreadLocal[string]()

// visit has code of the patch set in front of its body.
//
//go:noinline
func visit(name string) int {
	length := len(name)
	if length == 0 {
		panic("no name") // the original's line
	}
	return length
}

func main() {
	local.Set("here")
	fmt.Println(visit("gopher"))
	fmt.Println(visit(""))
}
