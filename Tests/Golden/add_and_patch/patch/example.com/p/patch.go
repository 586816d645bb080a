package p

import (
	"os"
	"strings"
)
import "path"

// This goes into F.
//
//routinex:before
func F() {
	println(strings.ToUpper(""), path.Base(""), os.Args)
}

// G is added.
func G() { println(path.Dir(""), os.Args) } // stays

/* patched */
//routinex:extend
type T struct{ a int } // trailing
