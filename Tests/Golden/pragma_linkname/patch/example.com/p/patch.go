package p

import _ "unsafe"

//routinex:pragma go:linkname f example.com/q.f
func f()

//routinex:pragma go:linkname g example.com/q.g
//routinex:pragma go:noinline
func g()

//routinex:pragma go:noinline
func h()
