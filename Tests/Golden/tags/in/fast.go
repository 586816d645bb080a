//go:build fast

package p

func run() {}
