//routinex:packages net/...

package anything

import (
	"net/http"
	web "net/http"
)

// In package net/http, what this import has is the package's own.
//
//routinex:each *
//routinex:before
func _(w http.ResponseWriter, r *http.Request) {
	seen(r, http.StatusOK)
	var _ web.Handler
}

func seen(r *http.Request, status int) { println(r.URL, status, web.StatusOK) }
