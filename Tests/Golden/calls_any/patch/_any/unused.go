//routinex:packages example.com/p

package anything

import "time"

//routinex:calls time.Since
func since(t time.Time) time.Duration { return helped(t) }

func helped(t time.Time) time.Duration { return 0 }
