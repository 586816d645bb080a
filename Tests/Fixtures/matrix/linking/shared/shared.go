// Package shared is in a program and in its plugin.
package shared

import "github.com/timandy/routine"

// Own is a variable of which every goroutine has its own.
var Own = routine.NewThreadLocal[string]()
