// Package clock stands for a library that lets tests skip the time they would wait.
package clock

import (
	"time"

	"example.com/rules/trace"
)

// Skips tells whether nobody shall wait that long.
func Skips(d time.Duration) bool {
	trace.Print("no wait of", d)
	return true
}
