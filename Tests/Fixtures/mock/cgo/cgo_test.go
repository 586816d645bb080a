package cgo

import (
	"testing"

	"fixture/mock/mock"
)

func TestFourTimes(t *testing.T) {
	if n := FourTimes(3); n != 12 {
		t.Error(n)
	}
	mock.Replace(t, FourTimes, func(n int) int { return FourTimes(n) + 1 })
	if n := FourTimes(3); n != 13 {
		t.Error(n)
	}
}
