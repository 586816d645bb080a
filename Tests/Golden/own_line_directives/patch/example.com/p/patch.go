package p

//routinex:before
func F() { println() }

//routinex:before
func G() { println() }

//routinex:extend
type T struct{ b int }

//routinex:before
func H() { println() }
