//line /in/p.go:1:1
package p; import os_1 "os"/*line :1:10*/

import "os"

func F() {
	os := 1

//line /patch/example.com/p/patch.go:7:26

	println(os_1/*line :8:12*/.Args)


//line /in/p.go:6:9

	println(os)
}

var _ = os.Args
