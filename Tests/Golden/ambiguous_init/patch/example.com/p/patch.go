package p

//routinex:before
func init() { println() }
