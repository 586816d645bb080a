//go:build !go1.26

package main

import "net/http/httptest"

func connection(server *httptest.Server) {}
