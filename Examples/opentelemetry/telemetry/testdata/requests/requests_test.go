package requests

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"

	"example.com/telemetry/spans"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
)

// record returns an exporter that gets all spans from now on.
func record(t *testing.T, through func(sdk.SpanExporter) sdk.SpanExporter) *tracetest.InMemoryExporter {
	t.Helper()
	provider, ok := otel.GetTracerProvider().(*sdk.TracerProvider)
	if !ok {
		t.Fatal("the SDK is not set up")
	}
	exporter := tracetest.NewInMemoryExporter()
	processor := sdk.NewSimpleSpanProcessor(through(exporter))
	provider.RegisterSpanProcessor(processor)
	t.Cleanup(func() { provider.UnregisterSpanProcessor(processor) })
	return exporter
}

func plainly(exporter sdk.SpanExporter) sdk.SpanExporter { return exporter }

func get(t *testing.T, ctx context.Context, client *http.Client, url string) {
	t.Helper()
	request, err := http.NewRequestWithContext(ctx, "GET", url, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	io.Copy(io.Discard, response.Body)
	response.Body.Close()
}

func find(t *testing.T, all tracetest.SpanStubs, name string) tracetest.SpanStub {
	t.Helper()
	for _, span := range all {
		if span.Name == name {
			return span
		}
	}
	t.Fatalf("there is no span %q among %d", name, len(all))
	return tracetest.SpanStub{}
}

// A goroutine of a handler sends a request without a context.
func TestGoroutine(t *testing.T) {
	recorded := record(t, plainly)
	inner := httptest.NewServer(http.NotFoundHandler())
	defer inner.Close()
	outer := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		done := make(chan bool)
		go func() {
			get(t, context.Background(), http.DefaultClient, inner.URL+"/inner")
			close(done)
		}()
		<-done
	}))
	defer outer.Close()
	get(t, context.Background(), http.DefaultClient, outer.URL+"/outer")

	all := recorded.GetSpans()
	if len(all) != 4 {
		t.Fatalf("there are %d spans", len(all))
	}
	first, second := find(t, all, "GET /outer"), find(t, all, "GET /inner")
	if first.SpanContext.TraceID() != second.SpanContext.TraceID() {
		t.Error("there are two traces")
	}
	for _, span := range all {
		if span.SpanContext.SpanID() == second.Parent.SpanID() && span.Parent.SpanID() != first.SpanContext.SpanID() {
			t.Error("the request that the goroutine sends is not below the one that is answered")
		}
	}
}

// If a request's context has a span that the program made itself, that span is the parent.
func TestContext(t *testing.T) {
	recorded := record(t, plainly)
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	ctx, own := otel.Tracer("test").Start(context.Background(), "own")
	get(t, ctx, http.DefaultClient, server.URL)
	own.End()
	for _, span := range recorded.GetSpans() {
		if span.SpanContext.TraceID() != own.SpanContext().TraceID() {
			t.Errorf("%s is of another trace", span.Name)
		}
	}
}

func TestStatus(t *testing.T) {
	for _, protocol := range []string{"HTTP/1.1", "HTTP/2.0"} {
		t.Run(protocol, func(t *testing.T) {
			recorded := record(t, plainly)
			server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.Proto != protocol {
					t.Errorf("the request is %s", r.Proto)
				}
				http.NotFound(w, r)
			}))
			server.EnableHTTP2 = protocol == "HTTP/2.0"
			server.StartTLS()
			defer server.Close()
			get(t, context.Background(), server.Client(), server.URL+"/nothing")
			for _, name := range []string{"HTTP GET", "GET /nothing"} {
				span := find(t, recorded.GetSpans(), name)
				set := attribute.NewSet(span.Attributes...)
				if status, _ := set.Value("http.status_code"); status.AsInt64() != http.StatusNotFound {
					t.Errorf("the status of %s is %d", name, status.AsInt64())
				}
			}
		})
	}
}

// sending is an exporter that sends a request for each export.
type sending struct {
	sdk.SpanExporter
	url  string
	sent *int
}

func (s sending) ExportSpans(ctx context.Context, spans []sdk.ReadOnlySpan) error {
	request, err := http.NewRequest("POST", s.url, nil)
	if err != nil {
		return err
	}
	*s.sent++
	response, err := (&http.Transport{DisableKeepAlives: true}).RoundTrip(request)
	if err != nil {
		return err
	}
	response.Body.Close()
	return s.SpanExporter.ExportSpans(ctx, spans)
}

func TestQuietExporter(t *testing.T) {
	// The collector represents another program. It has no handler, so it makes no spans here.
	collector, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer collector.Close()
	headers := make(chan http.Header, 1)
	go func() {
		connection, err := collector.Accept()
		if err != nil {
			return
		}
		defer connection.Close()
		if request, err := http.ReadRequest(bufio.NewReader(connection)); err == nil {
			headers <- request.Header
			io.WriteString(connection, "HTTP/1.1 204 No Content\r\n\r\n")
		}
	}()
	var sent int
	recorded := record(t, func(exporter sdk.SpanExporter) sdk.SpanExporter {
		return spans.Quiet{SpanExporter: sending{exporter, "http://" + collector.Addr().String(), &sent}}
	})
	_, own := otel.Tracer("test").Start(context.Background(), "own")
	own.End()
	if all := recorded.GetSpans(); sent != 1 || len(all) != 1 || all[0].Name != "own" {
		t.Errorf("%d requests were sent, for %d spans", sent, len(all))
	}
	if header := <-headers; header.Get("Traceparent") != "" {
		t.Error("the exporter's own request has a span")
	}
}
