module example.com/shop

go 1.19

require example.com/telemetry v0.0.0

require (
	go.opentelemetry.io/otel v1.1.0 // indirect
	go.opentelemetry.io/otel/exporters/stdout/stdouttrace v1.1.0 // indirect
	go.opentelemetry.io/otel/sdk v1.1.0 // indirect
	go.opentelemetry.io/otel/trace v1.1.0 // indirect
	golang.org/x/sys v0.3.0 // indirect
)

replace example.com/telemetry => ../telemetry
