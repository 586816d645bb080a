// Package guard represents a library that decides what a program may send.
package guard

import (
	"fmt"
	"strings"
)

// Refuses reports whether a value must not be sent.
func Refuses(value any) bool {
	return strings.Contains(fmt.Sprint(value), "secret")
}
