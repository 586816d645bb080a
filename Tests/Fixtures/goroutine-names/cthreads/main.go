//go:build goroutinenames

// Cthreads calls back into Go from many C threads, one after another: none may begin with the name that a callback of an
// earlier thread gave itself.
package main

/*
#cgo LDFLAGS: -lpthread
#include <pthread.h>

extern void enter(void);

static void *body(void *unused) {
	enter();
	return 0;
}

static int runThread(void) {
	pthread_t thread;
	int err = pthread_create(&thread, 0, body, 0);
	return err ? err : pthread_join(thread, 0);
}
*/
import "C"

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
)

var named, left int

//export enter
func enter() {
	if bytes.Contains(header(), []byte("a C thread")) {
		left++
	}
	debug.SetGoroutineName("a C thread")
	if bytes.Contains(header(), []byte(`, "a C thread"]:`)) {
		named++
	}
}

func header() []byte {
	buf := make([]byte, 200)
	buf = buf[:runtime.Stack(buf, false)]
	return buf[:bytes.IndexByte(buf, '\n')]
}

func main() {
	const threads = 200
	for i := 0; i < threads; i++ {
		if err := C.runThread(); err != 0 {
			fmt.Fprintln(os.Stderr, "cannot run a thread: error", err)
			os.Exit(1)
		}
	}
	if named != threads || left != 0 {
		fmt.Fprintf(os.Stderr, "of %d threads %d had their name, and %d another's\n", threads, named, left)
		os.Exit(1)
	}
}
