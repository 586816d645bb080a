//go:build go1.24

package time

// realClock returns the real Unix time and the runtime's monotonic time, as Now reads them. In a synctest bubble it
// returns the bubble's time; from Go 1.25, the monotonic time is then 0.
func realClock() (sec int64, nsec int32, mono int64) {
	return runtimeNow()
}
