package p

var calls int

func None() {}

func Empty() {
}
