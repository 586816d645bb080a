package p

import "time"

var start = time.Now()

func F() { _ = time.Now() }
