// Package routine gives every goroutine native local storage for the library github.com/timandy/routine.
//
// The set adds two pointers to the runtime's g, and clears them when a goroutine ends, or when a C thread that called
// into Go leaves it. The library reaches them through runtime.getgp and runtime.getg0, and is compiled as if with
// -tags=routinex.
package routine
