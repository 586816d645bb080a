package p

import _ "net/http/pprof"

//routinex:before
func F() {
	println()
}
