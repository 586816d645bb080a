// Package spans makes OpenTelemetry spans. The patches call it; the program's source does not import it.
package spans

import (
	"context"
	"log"
	"os"
	"path/filepath"
	"time"
	_ "unsafe"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/stdout/stdouttrace"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.7.0"
	"go.opentelemetry.io/otel/trace"
)

var (
	// tracer is nil until the SDK is set up. Packages that are initialized before that make no spans.
	tracer     trace.Tracer
	provider   *sdk.TracerProvider
	propagator = propagation.TraceContext{}
)

func init() {
	options := []sdk.TracerProviderOption{sdk.WithResource(service())}
	if exporter := newExporter(); exporter != nil {
		options = append(options, sdk.WithBatcher(Quiet{exporter}))
	}
	provider = sdk.NewTracerProvider(options...)
	otel.SetTracerProvider(provider)
	otel.SetTextMapPropagator(propagator)
	tracer = provider.Tracer("example.com/telemetry")
}

// newExporter returns the exporter. Set your own here. This one appends to the file that the environment variable TRACES names.
func newExporter() sdk.SpanExporter {
	path := os.Getenv("TRACES")
	if path == "" {
		return nil
	}
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		log.Fatal(err)
	}
	exporter, err := stdouttrace.New(stdouttrace.WithWriter(file))
	if err != nil {
		log.Fatal(err)
	}
	return exporter
}

// service names the service. OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES override the default, the program's name.
func service() *resource.Resource {
	name := resource.NewSchemaless(semconv.ServiceNameKey.String(filepath.Base(os.Args[0])))
	merged, err := resource.Merge(name, resource.Environment())
	if err != nil {
		return name
	}
	return merged
}

// Quiet is an exporter whose own requests and statements make no spans. To export such spans would make new ones without end.
type Quiet struct{ sdk.SpanExporter }

func (q Quiet) ExportSpans(ctx context.Context, spans []sdk.ReadOnlySpan) error {
	defer setCurrent(current())
	setCurrent(&state{quiet: true})
	return q.SpanExporter.ExportSpans(ctx, spans)
}

// Finish exports the spans that have ended, and waits up to two seconds for it. The end of main and os.Exit call it.
//
//go:linkname Finish os.finishSpans
func Finish() {
	if provider == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	provider.Shutdown(ctx)
}
