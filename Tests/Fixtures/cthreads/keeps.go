//go:build go1.21

package main

// From Go 1.21 a C thread keeps the g that it borrowed until it ends.
const keepsThread = true
