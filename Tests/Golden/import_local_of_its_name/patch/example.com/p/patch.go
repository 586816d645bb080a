package p

import "path"

//routinex:before
func F() {
	println(path.Base("/"))
	path := T{"a"}
	println(path.name)
}
