package p

import "net/url"

func Open(url string) error {
	println(url)
	return nil
}

var _ = url.Parse
