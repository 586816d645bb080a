// These are the versions that know the build tag.
//
//routinex:module >=v1.1.5 <v2.0.0

package routine

import "runtime"

// The library does the same through runtime.getgp and a table of offsets. These functions avoid that call. If a version of
// the library lacks one of them, it works as before.

//routinex:replace
//routinex:optional
func currentThread(create bool) *thread {
	return (*thread)(runtime.RoutinexLocals())
}

//routinex:replace
//routinex:optional
func Goid() uint64 {
	return runtime.RoutinexGoid()
}
