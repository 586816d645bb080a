// Plugin is loaded by the program in the folder host.
package main

import (
	"example.com/app/greet"
	"example.com/linking/shared"
)

// Answer is the greeting and the goroutine-local value that the caller has set.
func Answer() (greeting, own string) { return greet.Greeting(), shared.Own.Get() }

func main() {}
