//go:build routinex

package routine

import (
	"unsafe"

	"github.com/timandy/routine/g"
)

// offsets has the offsets of two fields of runtime.g. The runtime clears both fields when the goroutine ends.
var offsets = [kinds]uintptr{
	own:       offset("threadLocals"),
	inherited: offset("inheritableThreadLocals"),
}

func offset(name string) uintptr {
	field, ok := g.Type().FieldByName(name)
	if !ok {
		panic("runtime.g has no field " + name)
	}
	return field.Offset
}

// The race detector does not see that the runtime reuses a g for another goroutine. Without the pragma it would report a
// race between the two goroutines.

//go:norace
func load(k kind) *values { return *(**values)(unsafe.Add(g.Pointer(), offsets[k])) }

//go:norace
func store(k kind, v *values) { *(**values)(unsafe.Add(g.Pointer(), offsets[k])) = v }

func forget() {}
