// xgo: patches/go1.27, time.Sleep and runtime.timeSleep
//
//routinex:packages work

package anything

import (
	"time"

	"example.com/rules/clock"
)

//routinex:calls time.Sleep
func sleepAside(d time.Duration) {
	if !clock.Skips(d) {
		time.Sleep(d)
	}
}
