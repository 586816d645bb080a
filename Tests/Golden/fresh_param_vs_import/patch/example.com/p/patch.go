package p

import "net/url"

//routinex:before
func F(a string) { url.Parse(a) }
