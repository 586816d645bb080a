package p

//routinex:before
//routinex:optional
func Gone() { println() }

//routinex:before
//routinex:optional
func There() { println() }
