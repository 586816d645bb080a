// From Go 1.27, the HTTP/2 server is in this package.
//
//routinex:link example.com/telemetry/spans

//go:build go1.27

package http2

import _ "unsafe"

//go:linkname noteStatus net/http.noteStatus
func noteStatus(status int)

//routinex:before
func (w *responseWriter) WriteHeader(code int) {
	noteStatus(code)
}
