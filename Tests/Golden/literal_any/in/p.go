package p

import "net/url"

var u = &url.URL{}
