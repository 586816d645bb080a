// Cthreads calls back into Go from many C threads, one after another: none may see what a callback of an earlier
// thread left in runtime.g.
package main

/*
#cgo LDFLAGS: -lpthread
#include <pthread.h>
#include <stdint.h>

extern void enter(uintptr_t call);

// body calls back as often as it is told to.
static void *body(void *calls) {
	for (uintptr_t call = 0; call < (uintptr_t)calls; call++) {
		enter(call);
	}
	return 0;
}

static int runThread(uintptr_t calls) {
	pthread_t thread;
	int err = pthread_create(&thread, 0, body, (void *)calls);
	return err ? err : pthread_join(thread, 0);
}
*/
import "C"

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"unsafe"

	"fixture/locals"
)

// One thread runs at a time, and main waits for it: these need no lock.
var calls, leaked, kept, lost int

//export enter
func enter(call C.uintptr_t) {
	calls++
	a, b := locals.Get()
	switch {
	case call == 0 && (a != nil || b != nil):
		leaked++
	case call > 0 && a != nil && b != nil && *(*int)(a) == 1 && *(*int)(b) == 2:
		kept++
	case call > 0:
		lost++
	}
	locals.Set(boxed(1), boxed(2))
}

//go:noinline
func boxed(n int) unsafe.Pointer { return unsafe.Pointer(&[...]int{n, n, n, n, n, n, n, n}) }

// run has n threads make so many calls each.
func run(n, callsEach int) {
	for i := 0; i < n; i++ {
		if err := C.runThread(C.uintptr_t(callsEach)); err != 0 {
			fail("cannot run a thread: error %d", err)
		}
		if i%200 == 0 {
			runtime.GC()
		}
	}
}

func fail(format string, args ...interface{}) {
	fmt.Fprintf(os.Stderr, "cthreads: "+format+" (%s)\n", append(args, runtime.Version())...)
	os.Exit(1)
}

func main() {
	n := flag.Int("n", 2000, "threads to run")
	flag.Parse()
	run(*n, 1)
	fmt.Printf("threads with one call: %d, saw another thread's values: %d\n", calls, leaked)
	run(*n/10, 2)
	fmt.Printf("threads with two calls: %d, the second saw the first's values: %d\n", *n/10, kept)
	if leaked != 0 {
		fail("%d threads saw another thread's values", leaked)
	}
	if keepsThread && lost != 0 {
		fail("%d second calls of one thread lost its values", lost)
	}
	fmt.Printf("no leaks (%s)\n", runtime.Version())
}
