//go:build !go1.27

package runtime

// A program that is dying may be in here: nothing is allocated, and the name is ready for printing.
//
//routinex:edit
func goroutineheader(gp *g) {
	//routinex:before print("]:\n")
	if name := gp.goroutineName; name != nil {
		print(", ", *name)
	}
}
