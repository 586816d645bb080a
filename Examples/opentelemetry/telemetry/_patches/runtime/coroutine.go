//go:build go1.22

package runtime

// A coroutine of iter.Pull ends here, and not in goexit0.
//
//routinex:before
func gdestroy(gp *g) {
	gp.telemetry = nil
}
