// Package mock lets a test replace a function of the module, for itself alone and until it ends. The functions do not change,
// and no code is generated:
//
//	routinex go test --patches mock ./...
//
// The set adds this method to *testing.T, *testing.B and *testing.F:
//
//	func (c *common) ReplaceFunc(function, replacement any)
//
// If a test must also build without routinex, call the method through this function. It checks the types too, and can be in any
// package, for instance internal/mock:
//
//	package mock
//
//	import "testing"
//
//	func Replace[F any](t testing.TB, function, replacement F) {
//		t.Helper()
//		m, ok := t.(interface {
//			ReplaceFunc(function, replacement any)
//		})
//		if !ok {
//			t.Skip("functions are replaced under: routinex go test --patches mock")
//		}
//		m.ReplaceFunc(function, replacement)
//	}
//
// A test uses it like this:
//
//	mock.Replace(t, store.Load, func(ctx context.Context, name string) (string, error) {
//		return "", context.DeadlineExceeded
//	})
//	mock.Replace(t, (*store.Cache).Fill, func(c *store.Cache, size int) int {
//		return c.Fill(2 * size) // the method itself
//	})
//
// A replacement lasts until the test ends. The test's goroutine sees it, and so do all goroutines that it has started or will
// start, including subtests. Tests that run at the same time do not see each other's replacements. If a replacement calls the
// function, directly or through other functions, it calls what was there before: the function itself or an earlier replacement.
//
// Functions and methods of the main module or workspace can be replaced: also unexported ones (in tests of their package),
// generic ones (store.Twice[int] for int alone; not with Go 1.19) and those that the compiler would inline. ReplaceFunc fails
// the test, with a message, for
//
//   - functions of other modules and the standard library
//   - functions without a body in Go, and functions of _test.go files
//   - functions with //go:nosplit, or with //mock:off in their comment
//   - function literals
//   - methods through an interface or a value; name the method as in (*store.Cache).Fill
//
// Goroutines that time.AfterFunc starts belong to no test, nor do goroutines that existed before the test.
//
// While nothing is replaced in the program, a call costs a load and a comparison. The functions are not inlined, and values
// whose addresses are passed to them are on the heap, since a replacement might keep the address. So leave the set out to
// measure speed or allocations. While something is replaced, each call of any function searches the replacements. A call of a
// replaced function also reads the stack, which takes a microsecond or more.
package mock
