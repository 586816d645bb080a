//line /patch/example.com/p/b.go:1:1
// Package p gets an import and nothing else.
package p

import _ "time"
