// orchestrion: contrib/log/slog, New
//
//routinex:link example.com/rules/slogtrace

//go:build go1.21

package slog

import _ "unsafe"

//go:linkname withSpans
func withSpans(h Handler) Handler

//routinex:before
func New(h Handler) *Logger {
	h = withSpans(h)
}
