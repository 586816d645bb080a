//go:build !go1.27

package runtime

// A crashing program may call this, so it allocates nothing: the name is stored as it is printed.
//
//routinex:edit
func goroutineheader(gp *g) {
	//routinex:before print("]:\n")
	if name := gp.goroutineName; name != nil {
		print(", ", *name)
	}
}
