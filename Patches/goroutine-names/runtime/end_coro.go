//go:build go1.22

package runtime

// The runtime reuses a g after its goroutine ends. Both goexit0 and the end of a coroutine (iter.Pull) call gdestroy.
//
//routinex:before
func gdestroy(gp *g) {
	gp.goroutineName = nil
}
