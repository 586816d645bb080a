package p

import "math/rand/v2"

//routinex:before
func F() { println(rand.Int()) }
