// Package telemetry makes a program record its requests and SQL statements as OpenTelemetry spans, and adds their ids to
// the program's log. It works with Go 1.19 and newer.
package telemetry

import (
	"embed"

	_ "example.com/telemetry/spans"
)

//go:embed all:_patches
var patches embed.FS
