package p

import "time"

//routinex:calls time.Now
func now() time.Time { return time.Now() }

//routinex:before
func F() { _ = time.Now() }
