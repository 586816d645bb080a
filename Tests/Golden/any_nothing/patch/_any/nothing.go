//routinex:packages example.com/p

package p

//routinex:each NothingLikeIt*
//routinex:before
func _() { unused() }

// It is added to packages alone where there is something to apply to.
func unused() {}
