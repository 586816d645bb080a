//go:build go1.22

package runtime

// A coroutine of iter.Pull ends here, without a call of goexit0.
//
//routinex:before
func gdestroy(gp *g) {
	gp.telemetry = nil
}
