// Package p greets.
package p

var greeted int

// Greet greets.
//
//go:noinline
func Greet(name string) string {
	// The usual words.
	return "hello, " + name
}

func after() int { return greeted }
