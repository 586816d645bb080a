//go:build race

package p

func Raced() {}
