package http

import "example.com/shop/trace"

// Each request that a program sends comes by here. A copy of it is sent, with the header that joins the server's span to
// the client's.
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

// Each request that a server has a handler for comes by here.
//
//routinex:before
func (sh serverHandler) ServeHTTP(rw ResponseWriter, req *Request) {
	defer trace.Answer(req.Header.Get(trace.HeaderName), req.Method+" "+req.URL.Path).End(nil)
}
