package p

import "testing"

//routinex:before
func F[T any](x T) {
	var t *testing.T
	_ = t
	var y T = x
	_ = y
}
