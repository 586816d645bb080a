//go:build !go1.24

package time

// realClock returns the real Unix time and the runtime's monotonic time, as Now reads them.
func realClock() (sec int64, nsec int32, mono int64) {
	return now()
}
