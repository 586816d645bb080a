// skywalking-go: plugins/mux, Router.ServeHTTP and Router.Match

package mux

import (
	"net/http"

	"example.com/rules/trace"
)

//routinex:before
func (r *Router) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	defer trace.Start("mux ", req.Method).End()
}

// Match is also called for subrouters. The innermost one ends first.
//
//routinex:after
func (r *Router) Match(req *http.Request, match *RouteMatch) (found bool) {
	if span := trace.Current(); found && span != nil && span.Name == "mux "+req.Method {
		route, _ := match.Route.GetPathTemplate()
		span.Name += " " + route
	}
}
