//line /in/p.go:1:1
package p

import _ /*line :3:8*/"time"

var start = now/*line :5:21*/()

func F() { _ = now/*line :7:24*/() }
