//go:build !go1.21

package main

// Before Go 1.21 a C thread gives the g that it borrowed back after each call.
const keepsThread = false
