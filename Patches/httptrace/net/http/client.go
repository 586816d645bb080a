package http

import "strconv"

// RoundTrip is called for every request through a Transport, whichever protocol the Transport then chooses.
//
//routinex:wrap
func (t *Transport) RoundTrip(req *Request) (*Response, error) {
	if requestLog == nil || req == nil {
		return original(req)
	}
	start := nanotime()
	resp, err := original(req)
	logSent(req, resp, err, start)
	return resp, err
}

func logSent(req *Request, resp *Response, err error, start int64) {
	switch {
	case err != nil:
		logRequest("client", req.Method, redacted(req.URL), "error", start, err.Error())
	case resp != nil:
		logRequest("client", req.Method, redacted(req.URL), strconv.Itoa(resp.StatusCode), start, "")
	}
}
