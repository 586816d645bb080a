package p

import "net/url"

//routinex:wrap
func F(u *url.URL) string { return original(u) }
