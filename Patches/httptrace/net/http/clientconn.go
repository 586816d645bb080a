//go:build go1.26

package http

// A ClientConn sends requests without calling its Transport's RoundTrip. A request without a URL is a ping of
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
