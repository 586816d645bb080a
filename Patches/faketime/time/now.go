package time

// Since and Until need no patch. If their argument has a monotonic clock reading, they use the monotonic clock, which is
// right with an offset. Otherwise they call Now; the times of a frozen clock have no monotonic reading.
//
//routinex:before
func Now() Time {
	if fakeClock.isOn {
		return fakeNow()
	}
}

// NowMonotonic is Now, but its result has a monotonic clock reading even if the clock is frozen. So durations from it can
// be measured. It is exported for the patch of package testing.
func NowMonotonic() Time {
	t := Now()
	if _, _, mono := realClock(); fakeClock.isFrozen && mono != 0 {
		return withMonotonic(fakeClock.sec, fakeClock.nsec, mono)
	}
	return t
}

func fakeNow() Time {
	sec, nsec, mono := realClock()
	if mono == 0 {
		return unixTime(sec, nsec) // a synctest bubble
	}
	if fakeClock.isFrozen {
		return unixTime(fakeClock.sec, fakeClock.nsec)
	}
	sec += fakeClock.sec
	nsec += fakeClock.nsec
	if nsec >= 1e9 {
		sec++
		nsec -= 1e9
	}
	return withMonotonic(sec, nsec, mono)
}

// withMonotonic makes a Time in the same way as Now.
func withMonotonic(sec int64, nsec int32, mono int64) Time {
	wall := sec + unixToInternal - minWall
	if uint64(wall)>>33 != 0 {
		return unixTime(sec, nsec)
	}
	return Time{hasMonotonic | uint64(wall)<<nsecShift | uint64(nsec), mono - startNano, Local}
}
