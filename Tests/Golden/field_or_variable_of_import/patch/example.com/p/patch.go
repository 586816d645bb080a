package p

import "net/http"

//routinex:before
func F(Handler http.Handler) *http.Server {
	return &http.Server{Handler: Handler}
}
