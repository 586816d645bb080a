package testing

import "time"

// Tests and benchmarks are timed by the real clock. With a frozen clock, no benchmark would run long enough.
//
//routinex:calls time.Now
func realNow() time.Time {
	return time.NowMonotonic()
}
