// The versions that know the build tag.
//
//routinex:module >=v1.1.5 <v2.0.0

package routine

import "runtime"

// What the library does through runtime.getgp and a table of offsets, without the call. Where a version of the library has
// none of these functions, it goes on doing it so.

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
