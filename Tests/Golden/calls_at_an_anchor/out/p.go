//line /in/p.go:1:1
package p

import _ /*line :3:8*/"os"

func F() {
	
//line /patch/example.com/p/patch.go:7:30

	println("bye")


//line /in/p.go:6:2
exit/*line :6:9*/(0)
}
