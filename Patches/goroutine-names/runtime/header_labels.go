//go:build go1.27

package runtime

// As in header.go. Labels may stand between the bracket and the colon here.
//
//routinex:edit
func goroutineheader(gp *g) {
	//routinex:before print("]")
	if name := gp.goroutineName; name != nil {
		print(", ", *name)
	}
}
