// Package native adds two numbers in C: cgo rewrites this file before the compiler and the patch set see it.
package native

// #include "sum.h"
//
// static int one(void) { return 1; }
import "C"

import (
	"fmt"
	"path"
	"runtime"
)

// Place is the line of this file that has called C last, PatchPlace the line of the patch that ran last.
var Place, PatchPlace string

// Sum is a + b, and 100 more in a build with the patch set.
func Sum(a, b int) int {
	Place = here() // the place
	return int(C.sum(C.int(a), C.int(b)) * C.one())
}

// here is its caller's line.
func here() string {
	_, file, line, _ := runtime.Caller(1)
	return fmt.Sprintf("%s:%d", path.Base(file), line)
}
