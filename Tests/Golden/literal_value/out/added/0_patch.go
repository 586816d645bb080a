//line /patch/example.com/p/patch.go:1:1
package p

import "time"

//routinex:literal example.com/p.T
func t(v T) T { v.at = time.Now(); return v }
