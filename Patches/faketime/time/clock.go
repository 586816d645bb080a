//go:build !go1.24

package time

// realClock is the clock that Now reads: the Unix time, and the runtime's monotonic one.
func realClock() (sec int64, nsec int32, mono int64) {
	return now()
}
