// Newer versions of the SDK import log/slog, so this package cannot import spans: that would be an import cycle.
//
//routinex:link example.com/telemetry/spans

//go:build go1.21

package slog

import (
	"context"
	_ "unsafe"
)

//go:linkname spanIDs
func spanIDs(ctx context.Context) (traceID, spanID string)

// addIDs adds the ids of the current span, if there is one, to the record.
func addIDs(ctx context.Context, r *Record) {
	if traceID, spanID := spanIDs(ctx); traceID != "" {
		r.AddAttrs(String("trace_id", traceID), String("span_id", spanID))
	}
}

//routinex:edit
func (l *Logger) log(ctx context.Context, level Level, msg string, args ...any) {
	//routinex:before _ = l.Handler().Handle(ctx, r)
	addIDs(ctx, &r)
}

//routinex:edit
func (l *Logger) logAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	//routinex:before _ = l.Handler().Handle(ctx, r)
	addIDs(ctx, &r)
}
