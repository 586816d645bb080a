//routinex:packages work

package functions

import (
	"runtime"

	"routinex/target"
)

// Those with such a pragma may not call others, and the names with an underscore are of what cgo writes.
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
