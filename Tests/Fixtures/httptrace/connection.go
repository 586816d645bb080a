//go:build go1.26

package main

import (
	"context"
	"net/http"
	"net/http/httptest"
)

// connection sends a request over a connection that is in no Transport's pool.
func connection(server *httptest.Server) {
	conn, err := new(http.Transport).NewClientConn(context.Background(), "http", server.Listener.Addr().String())
	if err != nil {
		panic(err)
	}
	defer conn.Close()
	req, err := http.NewRequest("GET", server.URL+"/body?connection", nil)
	if err != nil {
		panic(err)
	}
	resp, err := conn.RoundTrip(req)
	report("GET by a connection", resp, err)
}
