//go:build go1.26

package http

// A connection that the program holds by itself sends requests past its Transport. One without a URL is the ping of
// golang.org/x/net/http2.
//
//routinex:wrap
func (cc *ClientConn) RoundTrip(req *Request) (*Response, error) {
	if requestLog == nil || req == nil || req.URL == nil {
		return original(req)
	}
	start := nanotime()
	resp, err := original(req)
	logSent(req, resp, err, start)
	return resp, err
}
