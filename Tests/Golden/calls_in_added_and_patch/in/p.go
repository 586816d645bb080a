package p

import "time"

func F() { _ = time.Now() }
