package p

import "os"

// Added is not a patch.
func Added() {}

//routinex:before
func Entered(name string) {
	os.Exit(1)
}

// AlsoAdded stands behind a patch.
func AlsoAdded() {}

//routinex:after
func Left() int {
	os.Exit(2)
}

//routinex:extend
type Pair struct {
	b int
}

//routinex:before
func Last() {
	os.Exit(3)
}

// AddedLast stands behind another.
func AddedLast() {}
