//go:build !go1.23

package main

func coroutines(enter func()) []func() { return nil }
