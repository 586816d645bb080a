//go:build go1.22

package runtime

// A g is kept for reuse when its goroutine ends. This is where goexit0 and the end of a coroutine (iter.Pull) meet.
//
//routinex:before
func gdestroy(gp *g) {
	gp.goroutineName = nil
}
