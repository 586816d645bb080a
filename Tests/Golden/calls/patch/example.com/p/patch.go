package p

import "time"

//routinex:calls time.Now
func now() time.Time { return time.Time{} }
