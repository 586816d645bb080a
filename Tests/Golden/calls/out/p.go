//line /in/p.go:1:1
package p

import _ /*line /in/p.go:3:8*/"time"

var start = now/*line /in/p.go:5:21*/()

func F() { _ = now/*line /in/p.go:7:24*/() }
