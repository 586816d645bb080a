package p

import "os"

//routinex:edit
func F() {
	//routinex:after os := 1
	println(os.Args)
}
