//go:build !ios

package p

func poll() {}
