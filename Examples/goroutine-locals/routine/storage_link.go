//go:build routinex

package routine

import (
	"unsafe"

	"github.com/timandy/routine/g"
)

// The values hang on the goroutine itself. The runtime clears both fields when it ends.
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

// A g is handed from goroutine to goroutine inside the runtime, where the race detector does not look: to it two
// owners of one g would seem to race.

//go:norace
func load(k kind) *values { return *(**values)(unsafe.Add(g.Pointer(), offsets[k])) }

//go:norace
func store(k kind, v *values) { *(**values)(unsafe.Add(g.Pointer(), offsets[k])) = v }

func forget() {}
