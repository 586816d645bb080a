// Package set is a Go package: its tree of patches is in _patches.
package set

func helper() {}
