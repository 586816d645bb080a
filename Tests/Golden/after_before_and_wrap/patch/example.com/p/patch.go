package p

//routinex:after
func F() (n int) { n++ }

//routinex:before
func F() (n int) { println(n) }

//routinex:wrap
func F() (n int) { return original() + 1 }
