// Package spans imports net/http, so it cannot be imported here. It defines the functions that have no body below.
//
//routinex:link example.com/telemetry/spans

package http

import _ "unsafe"

//go:linkname startRequest
func startRequest(req *Request) (*Request, func(*Response, error))

//go:linkname startAnswer
func startAnswer(req *Request) (*Request, func())

//go:linkname noteStatus
func noteStatus(status int)

// RoundTrip is called for every request that the program sends through a Transport.
//
//routinex:wrap
func (t *Transport) RoundTrip(req *Request) (*Response, error) {
	if req == nil || req.URL == nil || req.Header == nil {
		return original(req)
	}
	sent, end := startRequest(req)
	response, err := original(sent)
	end(response, err)
	if err == nil {
		response.Request = req
	}
	return response, err
}

// ServeHTTP is called for every request that has a handler.
//
//routinex:before
func (sh serverHandler) ServeHTTP(rw ResponseWriter, req *Request) {
	answered, end := startAnswer(req)
	defer end()
	req = answered
}

//routinex:before
func (w *response) WriteHeader(code int) {
	noteStatus(code)
}
