// Package clock represents a library that lets tests skip waiting.
package clock

import (
	"time"

	"example.com/rules/trace"
)

// Skips reports whether a wait of d is skipped.
func Skips(d time.Duration) bool {
	trace.Print("no wait of", d)
	return true
}
