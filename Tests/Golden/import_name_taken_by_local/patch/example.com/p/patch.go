package p

import "net/url"

//routinex:before
func F(a string) {
	url.Parse(a)
}

//routinex:before
func G(a string) {
	neturl := a
	url.Parse(neturl)
}
