//go:build !go1.27

package http

// chosenStatus is embedded in HTTP/2's ResponseWriter. The method is not added to that type directly: with
// -tags nethttpomithttp2 the type is missing, and the method would not compile.
type chosenStatus struct{ code int }

// ChosenStatus returns the status that the handler has chosen, or 0.
func (s *chosenStatus) ChosenStatus() int { return s.code }

//routinex:extend
//routinex:optional
type http2responseWriter struct {
	chosenStatus
}

// The code is not the response's status if the header has been written already, or if it is informational.
//
//routinex:before
//routinex:optional
func (w *http2responseWriter) WriteHeader(code int) {
	if w.rws != nil && !w.rws.wroteHeader && code >= 200 {
		w.code = code
	}
}
