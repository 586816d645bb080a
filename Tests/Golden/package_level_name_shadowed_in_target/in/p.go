package p

import "os"

func F() {
	os := 1
	println(os)
}

var _ = os.Args
