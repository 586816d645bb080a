//go:build !go1.21

// Package journal logs what happens.
package journal

import "log"

// Say logs a message with pairs of names and values.
func Say(message string, pairs ...any) { log.Println(append([]any{message}, pairs...)...) }
