package time

import "syscall"

// fakeClock is the setting from the environment. It is set when this package is initialized, and does not change later.
var fakeClock struct {
	isOn     bool
	isFrozen bool
	// If the clock is frozen, its Unix time. Otherwise, the offset that is added to the real clock. nsec is never
	// negative.
	sec  int64
	nsec int32
}

// An initial value of fakeClock would be an initialization cycle on Windows: Parse loads the local time zone, which calls
// Now, and Now reads fakeClock.
func init() {
	const variable = "ROUTINEX_FAKETIME"
	// Package os imports this package, so os.Getenv and os.Stderr cannot be used here.
	value, _ := syscall.Getenv(variable)
	if value == "" {
		return
	}
	if !setFakeClock(value) {
		print("faketime: the clock stays real: ", variable, "=", quote(value),
			" is neither a duration, such as +36h, nor a time, such as 2030-01-02T03:04:05Z, with or without @\n")
	}
}

func setFakeClock(value string) bool {
	c := &fakeClock
	if value[0] == '@' {
		c.isFrozen = true
		value = value[1:]
	}
	sec, nsec, _ := realClock()
	start := unixTime(sec, nsec)
	var wanted Time
	if offset, err := ParseDuration(value); err == nil {
		wanted = start.Add(offset)
	} else if wanted, err = Parse(RFC3339, value); err != nil {
		c.isFrozen = false
		return false
	}
	c.sec, c.nsec = wanted.Unix(), int32(wanted.Nanosecond())
	if !c.isFrozen {
		c.sec -= sec
		c.nsec -= nsec
		if c.nsec < 0 {
			c.sec--
			c.nsec += 1e9
		}
	}
	c.isOn = true
	return true
}
