// Package routine gives every goroutine native local storage for the library github.com/timandy/routine.
//
// Two pointers are added to the runtime's g; they are cleared wherever a goroutine, or a C thread that called into
// Go, ends. The library reaches them through runtime.getgp and runtime.getg0, and is compiled as with
// -tags=routinex.
package routine
