// Package mock is for tests that put a function in the place of another.
package mock

import "testing"

// Replace has calls of function go to replacement until t ends. In a build without the set mock the test is skipped.
func Replace[F any](t testing.TB, function, replacement F) {
	t.Helper()
	m, ok := t.(interface {
		ReplaceFunc(function, replacement any)
	})
	if !ok {
		t.Skip("functions are replaced under: routinex go test --patches mock")
	}
	m.ReplaceFunc(function, replacement)
}
