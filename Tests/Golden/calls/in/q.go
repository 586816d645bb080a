package p

import t "time"

var f = t.Now

func G() t.Duration { return 0 }
