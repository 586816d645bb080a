package http

import "strconv"

// ServeHTTP is called for every request that has a handler, over HTTP/1 or HTTP/2. The patch is an edit, because a wrap
// would add a frame to the stack traces of handlers that panic.
//
//routinex:edit
func (sh serverHandler) ServeHTTP(rw ResponseWriter, req *Request) {
	//routinex:before handler.ServeHTTP(rw, req)
	var served *servedRequest
	if requestLog != nil {
		served = newServedRequest(rw, req)
		defer served.log()
	}
	//routinex:after handler.ServeHTTP(rw, req)
	if served != nil {
		served.hasReturned = true
	}
}

// servedRequest is a request that a handler is answering.
type servedRequest struct {
	rw          ResponseWriter
	method, url string
	start       int64
	// hasReturned is false while the handler runs, and stays false if it panics.
	hasReturned bool
}

// newServedRequest copies what the handler might change in the request.
func newServedRequest(rw ResponseWriter, req *Request) *servedRequest {
	u := *req.URL
	if u.Host == "" {
		u.Host = req.Host
		u.Scheme = "http"
		if req.TLS != nil {
			u.Scheme = "https"
		}
	}
	return &servedRequest{rw: rw, method: req.Method, url: u.Redacted(), start: nanotime()}
}

func (s *servedRequest) log() {
	remark := ""
	if !s.hasReturned {
		remark = "aborted"
	}
	logRequest("server", s.method, s.url, s.status(), s.start, remark)
}

func (s *servedRequest) status() string {
	code := 0
	switch w := s.rw.(type) {
	case *response:
		if w.wroteHeader {
			code = w.status
		} else if w.conn.hijacked() {
			return "hijacked"
		}
	case interface{ ChosenStatus() int }:
		code = w.ChosenStatus()
	default:
		return "unknown"
	}
	switch {
	case code != 0:
		return strconv.Itoa(code)
	case s.hasReturned:
		return strconv.Itoa(StatusOK) // what the server sends now
	default:
		return "none"
	}
}
