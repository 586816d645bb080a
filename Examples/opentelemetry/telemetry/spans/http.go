package spans

import (
	"net/http"
	_ "unsafe"

	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	semconv "go.opentelemetry.io/otel/semconv/v1.7.0"
	"go.opentelemetry.io/otel/trace"
)

// startRequest begins a client's span. It returns the request to send, a copy with the header that connects the server's span
// to this one, and a function to call when the response's header has arrived.
//
//go:linkname startRequest net/http.startRequest
func startRequest(request *http.Request) (*http.Request, func(*http.Response, error)) {
	ctx := request.Context()
	span := start(&ctx, "HTTP "+request.Method, trace.SpanKindClient, semconv.HTTPClientAttributesFromHTTPRequest(request)...)
	if span == nil {
		return request, func(*http.Response, error) {}
	}
	sent := request.Clone(ctx)
	propagator.Inject(ctx, propagation.HeaderCarrier(sent.Header))
	return sent, func(response *http.Response, err error) {
		if response != nil {
			span.SetAttributes(semconv.HTTPStatusCodeKey.Int(response.StatusCode))
			if response.StatusCode >= 400 {
				span.SetStatus(codes.Error, "")
			}
		}
		span.End(&err)
	}
}

// answer is a request that a server is answering.
type answer struct{ status int }

// startAnswer begins a server's span. Its parent is the span that the request's header names. It returns the request for the
// handler, whose context has the span, and a function to call when the handler is done.
//
//go:linkname startAnswer net/http.startAnswer
func startAnswer(request *http.Request) (*http.Request, func()) {
	ctx := propagator.Extract(request.Context(), propagation.HeaderCarrier(request.Header))
	span := start(&ctx, request.Method+" "+request.URL.Path, trace.SpanKindServer,
		semconv.HTTPServerAttributesFromHTTPRequest("", "", request)...)
	if span == nil {
		return request, func() {}
	}
	answer := &answer{status: http.StatusOK}
	setCurrent(&state{span: span.Span, answer: answer})
	return request.WithContext(ctx), func() {
		span.SetAttributes(semconv.HTTPStatusCodeKey.Int(answer.status))
		if answer.status >= 500 {
			span.SetStatus(codes.Error, "")
		}
		span.End(nil)
	}
}

// noteStatus is called when a handler writes its response's header, for HTTP/1 and HTTP/2.
//
//go:linkname noteStatus net/http.noteStatus
func noteStatus(status int) {
	if answer := current().answer; answer != nil && status >= 200 {
		answer.status = status
	}
}
