package p

import "net/http"

func F(n http.Handler) *http.Server { return nil }
