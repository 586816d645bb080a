//go:build !special

// Package tagged has a function in two files, of which a build tag picks one.
package tagged

// Kind is "common", or "special" with the build tag.
func Kind() string { return "common" }
