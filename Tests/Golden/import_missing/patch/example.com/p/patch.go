package p

import (
	"os"
	"strings"
)

//routinex:before
func F(a string) {
	println(os.Args, strings.ToUpper(a))
}

//routinex:before
func G() {
	println(strings.ToLower(""))
}
