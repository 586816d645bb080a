//line /in/p.go:1:1
package p

import "time"

func F() {
//line /patch/example.com/p/patch.go:9:10
{ _ = time.Now() }

//line /in/p.go:5:11
 _ = now/*line :5:24*/() }
