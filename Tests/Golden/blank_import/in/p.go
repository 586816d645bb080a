package p

import "net/http"

func F() { _ = http.NoBody }
