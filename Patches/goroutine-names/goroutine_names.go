// Package goroutinenames lets a program give its goroutines names, which appear in the headers of their stack traces:
// those of a panic, of runtime.Stack, of SIGQUIT and of net/http/pprof's /debug/pprof/goroutine?debug=2.
//
//	goroutine 18 [chan receive, 2 minutes, "worker 3"]:
//
// The set adds this function to package runtime/debug. It names the goroutine that calls it; the empty name takes a
// name away. Goroutines that it starts do not inherit it.
//
//	func SetGoroutineName(name string)
//
// A program that shall also build without routinex calls a function of its own, which is in two files:
//
//	//go:build goroutinenames
//
//	package main
//
//	import "runtime/debug"
//
//	func nameGoroutine(name string) { debug.SetGoroutineName(name) }
//
// and
//
//	//go:build !goroutinenames
//
//	package main
//
//	func nameGoroutine(name string) {}
//
// It is then built by
//
//	go build -tags goroutinenames -toolexec='routinex --patches routine,goroutine-names' ./...
//
// The name is quoted as in Go and stands last inside the brackets, behind a comma, as "locked to thread" does: there,
// tools that read the header skip what they do not know. What they take for its end, a closing bracket, is written
// as \x5d in a name. Go 1.27's GODEBUG=tracebacklabels=1 prints a goroutine's pprof labels behind the brackets; both can
// be had at once.
package goroutinenames
