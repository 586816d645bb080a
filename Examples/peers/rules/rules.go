// Package rules contains rules of other tools, rewritten as patches. Each file in _patches begins with the name of its rule.
//
// The patches call the packages in the other folders, which represent a tracing library.
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
