// Package goroutinenames lets a program name its goroutines. A name appears in the header of the goroutine's stack trace,
// whether a panic, runtime.Stack, SIGQUIT or net/http/pprof's /debug/pprof/goroutine?debug=2 prints it:
//
//	goroutine 18 [chan receive, 2 minutes, "worker 3"]:
//
// The set adds this function to package runtime/debug. It names the calling goroutine. An empty name removes the name.
// Goroutines that this goroutine starts do not inherit it.
//
//	func SetGoroutineName(name string)
//
// If a program must also build without routinex, it calls a function of its own, declared in two files:
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
// Build it with
//
//	go build -tags goroutinenames -toolexec='routinex --patches routine,goroutine-names' ./...
//
// The name is a quoted Go string, the last item inside the brackets, after a comma, as "locked to thread" is. Tools that
// read the header skip unknown items there. They take a closing bracket for the end of the header, so it is written as
// \x5d in a name. With GODEBUG=tracebacklabels=1, Go 1.27 also prints the goroutine's pprof labels, after the brackets.
package goroutinenames
