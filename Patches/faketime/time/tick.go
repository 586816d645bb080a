//go:build go1.23

package time

// sendTime sends Now minus delta, the time at which the timer fired. A frozen clock showed the same time then.
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
