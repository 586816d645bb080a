package p

import "os"

//routinex:before
func F(a string) { println(os.Args, a) }

//routinex:extend
type T struct{ x int }
