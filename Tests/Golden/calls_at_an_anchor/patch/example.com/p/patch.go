package p

import "os"

//routinex:edit
func F() {
	//routinex:before os.Exit(0)
	println("bye")
}

//routinex:calls os.Exit
func exit(code int) { os.Exit(code + 1) }
