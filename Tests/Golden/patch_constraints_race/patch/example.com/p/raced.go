//go:build race

package p

//routinex:before
func F() { println() }
