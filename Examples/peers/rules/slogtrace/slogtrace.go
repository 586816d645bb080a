//go:build go1.21

package slogtrace

import (
	"context"
	"log/slog"
	_ "unsafe"

	"example.com/rules/trace"
)

type handler struct{ slog.Handler }

//go:linkname withSpans log/slog.withSpans
func withSpans(h slog.Handler) slog.Handler {
	if _, isOurs := h.(handler); isOurs || h == nil {
		return h
	}
	return handler{h}
}

func (h handler) Handle(ctx context.Context, record slog.Record) error {
	record = record.Clone()
	record.Add("span", trace.Current().String())
	return h.Handler.Handle(ctx, record)
}

func (h handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return handler{h.Handler.WithAttrs(attrs)}
}

func (h handler) WithGroup(name string) slog.Handler { return handler{h.Handler.WithGroup(name)} }
