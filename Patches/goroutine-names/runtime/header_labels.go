//go:build go1.27

package runtime

// As in header.go. From Go 1.27, there may be labels between the bracket and the colon.
//
//routinex:edit
func goroutineheader(gp *g) {
	//routinex:before print("]")
	if name := gp.goroutineName; name != nil {
		print(", ", *name)
	}
}
