//routinex:packages example.com/p

package anything

import (
	"net/http"
	"net/url"
)

//routinex:literal net/url.URL
func site(u *url.URL) *url.URL { return u }

// It is added to packages alone that have a literal.
//
//routinex:literal net/http.Client
func client(c *http.Client) *http.Client { return c }
