//go:build !go1.27

package http

//routinex:before
func (w *http2responseWriter) WriteHeader(code int) {
	noteStatus(code)
}
