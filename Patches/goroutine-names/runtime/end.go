//go:build !go1.22

package runtime

// A g is kept for reuse when its goroutine ends.
//
//routinex:before
func goexit0(gp *g) {
	gp.goroutineName = nil
}
