//routinex:packages work

package functions

import (
	"runtime"

	"routinex/target"
)

// Functions with one of these pragmas must not call other functions. cgo generates those with _C and _cgo.
//
//routinex:each * !_C* !_cgo* !//go:nosplit !//go:systemstack !//go:nowritebarrierrec !//go:cgo_unsafe_args !//mock:off
//routinex:before
func _() {
	if mocks := runtime.RoutinexMocks; mocks != nil {
		for _, mock := range mocks(target.Package + "." + target.Name) {
			target.Return(mock)
		}
	}
}
