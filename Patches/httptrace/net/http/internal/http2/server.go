package http2

// ChosenStatus returns the status that the handler has chosen, or 0. The type that net/http passes to handlers embeds
// this one, so it has the method too.
func (w *responseWriter) ChosenStatus() int {
	if rws := w.rws; rws != nil && rws.wroteHeader {
		return rws.status
	}
	return 0
}
