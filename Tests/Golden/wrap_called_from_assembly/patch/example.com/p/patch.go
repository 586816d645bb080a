package p

//routinex:wrap
func Add(a, b int) int { return original(a, b) }

//routinex:before
func Sub(a, b int) int { println(a) }
