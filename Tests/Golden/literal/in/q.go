package p

import (
	u "net/url"
)

var byName = map[string]*u.URL{"a": {Host: "a"}}

func G() *u.URL { return &u.URL{} }
