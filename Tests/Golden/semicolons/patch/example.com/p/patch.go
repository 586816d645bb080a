package p

import "os"; import "strings"

//routinex:before
func F() { println(os.Args) }; func G() { println(strings.ToUpper("")) }
