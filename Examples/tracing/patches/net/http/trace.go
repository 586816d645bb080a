package http

import "example.com/shop/trace"

// RoundTrip is called for every request that the program sends through a Transport. The patch sends a copy of the request,
// with a header that connects the server's span to the client's.
//
//routinex:wrap
func (t *Transport) RoundTrip(req *Request) (response *Response, err error) {
	if req == nil || req.URL == nil || req.Header == nil {
		return original(req)
	}
	span := trace.Start("client", req.Method+" "+req.URL.Redacted())
	defer span.End(&err)
	sent := req.Clone(req.Context())
	sent.Header.Set(trace.HeaderName, span.Header())
	response, err = original(sent)
	if err == nil {
		response.Request = req
		span.Note(response.Status)
	}
	return response, err
}

// ServeHTTP is called for every request that has a handler.
//
//routinex:before
func (sh serverHandler) ServeHTTP(rw ResponseWriter, req *Request) {
	defer trace.Answer(req.Header.Get(trace.HeaderName), req.Method+" "+req.URL.Path).End(nil)
}
