package p

//routinex:before
func None() { calls++ }

//routinex:before
func Empty() {
}
