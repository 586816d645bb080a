//go:build !go1.22

package runtime

// The runtime reuses a g after its goroutine ends. Without this, the next goroutine would have the old name.
//
//routinex:before
func goexit0(gp *g) {
	gp.goroutineName = nil
}
