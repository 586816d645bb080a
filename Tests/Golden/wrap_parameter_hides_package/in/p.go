package p

import "net/url"

func F(url *url.URL) string { return url.Path }
