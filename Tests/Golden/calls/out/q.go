//line /in/q.go:1:1
package p

import t "time"

var f = now/*line :5:14*/

func G() t.Duration { return 0 }
