// xgo: instrument/instrument_func, the trap in every function
//
//routinex:packages example.com/peers/calls/...

package anything

import (
	"example.com/rules/mocks"
	"example.com/rules/trace"
	"routinex/target"
)

//routinex:each *
//routinex:before
func _() {
	defer trace.Start(target.Package, ".", target.Name).End()
	target.Return(mocks.Of(target.Package + "." + target.Name))
}
