// Package spans makes OpenTelemetry spans. The patches call it; no source of the program knows of it.
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
	// tracer is nil until the SDK is set up. What other packages do before, as they are initialised, makes no spans.
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

// newExporter is the place for an exporter of your own. This one appends to the file that the variable TRACES names.
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

// service is who makes the spans: what OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say, else the program's name.
func service() *resource.Resource {
	name := resource.NewSchemaless(semconv.ServiceNameKey.String(filepath.Base(os.Args[0])))
	merged, err := resource.Merge(name, resource.Environment())
	if err != nil {
		return name
	}
	return merged
}

// Quiet is an exporter whose own requests and statements make no spans: those would be exported in turn, for ever.
type Quiet struct{ sdk.SpanExporter }

func (q Quiet) ExportSpans(ctx context.Context, spans []sdk.ReadOnlySpan) error {
	defer setCurrent(current())
	setCurrent(&state{quiet: true})
	return q.SpanExporter.ExportSpans(ctx, spans)
}

// Finish exports the spans that have ended, and waits for it. It is called at the end of main, and by os.Exit.
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
