package spans

import (
	"context"
	"unsafe"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
)

// state is a goroutine's state. Goroutines that it starts begin with the same state. A state never changes.
type state struct {
	// span is the current span, or nil.
	span trace.Span
	// answer is the request that is being answered, or nil.
	answer *answer
	quiet  bool
}

// The set adds a field to runtime.g, the runtime's record of a goroutine, and these two functions.

//go:linkname getState runtime.telemetryState
func getState() unsafe.Pointer

//go:linkname setState runtime.setTelemetryState
func setState(state unsafe.Pointer)

// current returns the goroutine's state. It is not nil.
func current() *state {
	if s := (*state)(getState()); s != nil {
		return s
	}
	return &state{}
}

func setCurrent(s *state) { setState(unsafe.Pointer(s)) }

// Span is one operation of the program, in one goroutine. A nil Span stands for none.
type Span struct {
	trace.Span
	previous *state
}

// start begins a span and makes it the goroutine's current one. Its parent is the span of the context or, if that has none, the
// goroutine's current span. start replaces the context by one that has the new span.
func start(ctx *context.Context, name string, kind trace.SpanKind, attributes ...attribute.KeyValue) *Span {
	now := current()
	if tracer == nil || now.quiet {
		return nil
	}
	if *ctx == nil {
		*ctx = context.Background()
	}
	if now.span != nil && !trace.SpanContextFromContext(*ctx).IsValid() {
		*ctx = trace.ContextWithSpan(*ctx, now.span)
	}
	s := &Span{previous: now}
	*ctx, s.Span = tracer.Start(*ctx, name, trace.WithSpanKind(kind), trace.WithAttributes(attributes...))
	setCurrent(&state{span: s.Span, answer: now.answer})
	return s
}

// End ends the span, and records the error that err points to. The goroutine that began the span must call it.
func (s *Span) End(err *error) {
	if s == nil {
		return
	}
	setCurrent(s.previous)
	if err != nil && *err != nil {
		s.RecordError(*err)
		s.SetStatus(codes.Error, (*err).Error())
	}
	s.Span.End()
}

// ids returns the ids of the context's span, or else of the goroutine's, in hexadecimal. They are empty if there is no span.
//
//go:linkname ids log/slog.spanIDs
func ids(ctx context.Context) (traceID, spanID string) {
	now := trace.SpanContextFromContext(ctx)
	if span := current().span; span != nil && !now.IsValid() {
		now = span.SpanContext()
	}
	if !now.IsValid() {
		return "", ""
	}
	return now.TraceID().String(), now.SpanID().String()
}
