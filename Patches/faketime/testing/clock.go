package testing

import "time"

// Tests and benchmarks are timed by the real clock. By a frozen one no benchmark would ever have run for long enough.
//
//routinex:calls time.Now
func realNow() time.Time {
	return time.NowMonotonic()
}
