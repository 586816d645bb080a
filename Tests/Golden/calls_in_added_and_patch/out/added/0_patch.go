//line /patch/example.com/p/patch.go:1:1
package p

import "time"

//routinex:calls time.Now
func now() time.Time { return time.Now() }

                 
                           
