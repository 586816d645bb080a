package p

import "time"

//routinex:edit
func A(n int) {
	//routinex:before n = 2
	println()
}

//routinex:edit
func B() {
	//routinex:before println(1)
	println()
}

//routinex:edit
func C() {
	//routinex:before #3 println(1)
	println()
}

//routinex:edit
func D() {
	//routinex:after return
	println()
}

//routinex:wrap
func E() { original() }

//routinex:before
//routinex:by-name
func G(missing int) { println(missing) }

//routinex:before
//routinex:by-name
func H(a int) { println(a) }

//routinex:replace
var v string = "x"

//routinex:replace
var w = 1

//routinex:replace
type c int

//routinex:extend
type I interface{ M() }

//routinex:extend
const (
	k = 1
	l = 2
)

//routinex:calls time.Now
func now() time.Time { return time.Time{} }

//routinex:calls time.Since
func hidden(t time.Time) time.Duration { return 0 }

// The package has it.
func J() {}
