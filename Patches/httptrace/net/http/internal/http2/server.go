package http2

// ChosenStatus returns the status that the handler has chosen, or 0. The type that net/http gives to handlers embeds this
// one, and so has the method.
func (w *responseWriter) ChosenStatus() int {
	if rws := w.rws; rws != nil && rws.wroteHeader {
		return rws.status
	}
	return 0
}
