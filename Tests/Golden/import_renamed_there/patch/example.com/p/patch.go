package p

import (
	system "os"
	"strings"
)

//routinex:before
func F() {
	println(system.Args, strings.ToUpper("x"))
	var w system.File
	_ = w
}
