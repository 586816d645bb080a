package p

import "fmt"

// Before is not changed.
func Before() {}

func Entered(name string) {
	fmt.Println(name)
}

// Left has a comment that stands directly behind another declaration.
func Left() int {
	return 1
}
// Beside has a comment of its own.
func Beside() {}

type Pair struct {
	a int
}

func Last() {}
