// Package rules has rules of other tools, written anew as patches. Each file of _patches says which rule it stands for.
//
// The packages beside it are what the patches call. They stand for a tracing library.
package rules

import (
	"embed"

	_ "example.com/rules/client"
	_ "example.com/rules/clock"
	_ "example.com/rules/guard"
	_ "example.com/rules/locals"
	_ "example.com/rules/mocks"
	_ "example.com/rules/osguard"
	_ "example.com/rules/slogtrace"
	_ "example.com/rules/sqltrace"
	_ "example.com/rules/trace"
)

//go:embed all:_patches
var patches embed.FS
