package p

import . "strings"

//routinex:before
func F() { println(ToUpper("")) }
