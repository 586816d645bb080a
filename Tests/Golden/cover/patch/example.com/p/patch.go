package p

import "os"

//routinex:before
func F(n int) int { println(n, os.Args) }

//routinex:before
func G() { println() }
