//go:build go1.23

package time

// What is sent is Now as it was delta nanoseconds ago, when the timer fired. A frozen clock showed the same then.
//
//routinex:before
//routinex:by-name
func sendTime(delta int64) {
	if fakeClock.isFrozen {
		if _, _, mono := realClock(); mono != 0 {
			delta = 0
		}
	}
}
