package p

import "net/http"

func F(url string, r *http.Request) (*http.Response, error) { return http.Head(url) }
