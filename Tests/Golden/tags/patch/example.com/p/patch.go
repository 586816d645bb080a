//routinex:tags fast

package p

//routinex:before
func run() { println() }
