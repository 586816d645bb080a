//go:build !go1.27

package http

// chosenStatus is embedded in HTTP/2's ResponseWriter. What it adds could stand in that type directly, but then a
// program built with -tags nethttpomithttp2, where the type is missing, would not compile.
type chosenStatus struct{ code int }

// ChosenStatus returns the status that the handler has chosen, or 0.
func (s *chosenStatus) ChosenStatus() int { return s.code }

//routinex:extend
//routinex:optional
type http2responseWriter struct {
	chosenStatus
}

// A status that comes after the header has been written, and an informational one, are not the response's.
//
//routinex:before
//routinex:optional
func (w *http2responseWriter) WriteHeader(code int) {
	if w.rws != nil && !w.rws.wroteHeader && code >= 200 {
		w.code = code
	}
}
