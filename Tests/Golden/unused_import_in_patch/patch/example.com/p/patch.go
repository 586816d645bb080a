package p

import "os"

//routinex:before
func F() { println() }
