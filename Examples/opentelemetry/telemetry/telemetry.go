// Package telemetry has a program make OpenTelemetry spans of its requests and SQL statements, with the trace's ids in its
// log. For Go 1.19 and newer.
package telemetry

import (
	"embed"

	_ "example.com/telemetry/spans"
)

//go:embed all:_patches
var patches embed.FS
