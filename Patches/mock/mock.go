// Package mock lets tests put a function in the place of another one of the module, while they run and for themselves alone.
// Nothing has to be changed in the functions, nor generated:
//
//	routinex go test --patches mock ./...
//
// The set adds this method to *testing.T, *testing.B and *testing.F:
//
//	func (c *common) ReplaceFunc(function, replacement any)
//
// A test that shall also build without routinex calls it by a function of its own, which checks the types too and can be in
// any package, for instance in internal/mock:
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
// In a test that is
//
//	mock.Replace(t, store.Load, func(ctx context.Context, name string) (string, error) {
//		return "", context.DeadlineExceeded
//	})
//	mock.Replace(t, (*store.Cache).Fill, func(c *store.Cache, size int) int {
//		return c.Fill(2 * size) // the method itself
//	})
//
// A replacement lasts until the test ends, and is for the goroutine of the test and all that it has started or will start,
// its subtests among them. Tests that run at the same time do not see each other's. Where a replacement calls the function,
// also by way of others, that is what was there before: the function itself, or an earlier replacement.
//
// Functions and methods of the main module or workspace can be replaced, unexported ones (in tests of their package),
// generic ones (store.Twice[int] for int alone; not with Go 1.19) and those that the compiler would inline. Not:
// functions of other modules and the standard library, functions without a body in Go, those of _test.go files, those with
// //go:nosplit or with //mock:off in their comment, function literals, and methods through an interface or a value (name
// the method as in (*store.Cache).Fill). ReplaceFunc fails the test and says so. Goroutines that time.AfterFunc starts are
// no test's, nor are those that were there before the test.
//
// As long as nothing is replaced in the program, a call costs a load and a comparison. The functions are not inlined, and what
// pointers lead to that are passed to them is on the heap, since a replacement might keep it: leave the set out to measure
// speed or allocations. While something is replaced, calls of all functions look for it, and those of that function look at
// the stack, which takes a microsecond or more.
package mock
