//line /patch/example.com/p/patch.go:1:1
package p

import (
	"net/http"
	"net/url"
)

//routinex:calls net/url.Parse
func parse(text string, r *http.Request) (*url.URL, error) { return r.URL.Parse(text) }
