// orchestrion: contrib/julienschmidt/httprouter, Router.__dd_config and Router.ServeHTTP

package httprouter

import (
	"net/http"
	"strings"

	"example.com/rules/trace"
)

// The field counts the requests.
//
//routinex:extend
type Router struct {
	requests int
}

//routinex:before
func (r *Router) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	r.requests++
	route := req.URL.Path
	_, params, _ := r.Lookup(req.Method, route)
	for _, param := range params {
		route = strings.Replace(route, "/"+param.Value, "/:"+param.Key, 1)
	}
	defer trace.Start("httprouter ", r.requests, ": ", req.Method, " ", route).End()
}
