package spans

import (
	"context"
	"strings"

	semconv "go.opentelemetry.io/otel/semconv/v1.7.0"
	"go.opentelemetry.io/otel/trace"
)

// Statement begins the span of an SQL statement. It replaces the context by one that has the span.
func Statement(ctx *context.Context, text string) *Span {
	operation, _, _ := strings.Cut(strings.TrimSpace(text), " ")
	return start(ctx, "SQL "+operation, trace.SpanKindClient, semconv.DBSystemOtherSQL, semconv.DBStatementKey.String(text))
}
