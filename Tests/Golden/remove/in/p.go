package p

import "os"

// F is.
//
//go:noinline
func F() { os.Exit(1) }

var a, b = 1, 2

type (
	T int
	U int
)
