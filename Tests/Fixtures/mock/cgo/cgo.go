// Package cgo calls C, and is called by it.
package cgo

/*
extern int twice(int);
static int four_times(int n) { return twice(twice(n)); }
*/
import "C"

//export twice
func twice(n C.int) C.int { return 2 * n }

// FourTimes goes by way of C.
func FourTimes(n int) int { return int(C.four_times(C.int(n))) }
