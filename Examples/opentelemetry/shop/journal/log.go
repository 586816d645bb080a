//go:build !go1.21

// Package journal writes down what happened.
package journal

import "log"

// Say writes a line with the pairs of names and values.
func Say(message string, pairs ...any) { log.Println(append([]any{message}, pairs...)...) }
