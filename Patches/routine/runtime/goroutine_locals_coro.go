//go:build go1.22

package runtime

// A coroutine (iter.Pull) ends in coroswitch_m, which calls gdestroy itself and does not call goexit0.
//
//routinex:before
func gdestroy(gp *g) {
	gp.threadLocals = nil
	gp.inheritableThreadLocals = nil
}
