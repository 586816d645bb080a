// Newer versions of the SDK than this one import log/slog: the package cannot be imported here then.
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

// A record that is written while there is a span has its ids.
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
