// Goroutine-locals shows what goroutine-local storage does, and what it costs with and without the runtime's help.
//
//	go build                         plain: values in maps, outside the runtime
//	go build -toolexec=routinex      native: values in runtime.g, the runtime's record of a goroutine
//
// It exits with status 1 if something that it shows is not as it should be.
package main

import (
	"fmt"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/timandy/routine"
)

var (
	user    = routine.NewThreadLocalWithInitial(func() string { return "nobody" })
	request = routine.NewInheritableThreadLocal[string]()
)

var failed = false

// say prints one line. If it is not as it should be, say marks it, and the program fails at its end.
func say(asItShouldBe bool, format string, args ...interface{}) {
	mark := "  "
	if !asItShouldBe {
		mark, failed = "! ", true
	}
	fmt.Printf("  "+mark+format+"\n", args...)
}

func main() {
	mode := "plain (values in maps, by goroutine number)"
	if routine.Native {
		mode = "native (values in runtime.g)"
	}
	fmt.Printf("goroutine-local storage, %s, %s\n", mode, runtime.Version())

	fmt.Println("\nEvery goroutine has its own value")
	ownValues()
	fmt.Println("\nA child begins with what it is meant to inherit")
	inheritance()
	fmt.Println("\nGoroutines are reused, values are not")
	reuse()
	fmt.Println("\nAgainst passing a context")
	againstContext()

	if failed {
		fmt.Fprintln(os.Stderr, "\nLines marked with ! are not as they should be.")
		os.Exit(1)
	}
}

func ownValues() {
	user.Set("main")
	for _, name := range []string{"ada", "grace"} {
		wait(func() {
			before := user.Get()
			user.Set(name)
			say(before == "nobody" && user.Get() == name, "one goroutine: %q, after Set %q", before, user.Get())
		})
	}
	say(user.Get() == "main", "main still:    %q", user.Get())
	user.Remove()
	say(user.Get() == "nobody", "after Remove:  %q", user.Get())
}

func inheritance() {
	user.Set("ada")
	request.Set("r-42")
	done := make(chan bool)
	routine.Go(func() {
		say(request.Get() == "r-42" && user.Get() == "nobody",
			"by routine.Go: request %q (inheritable), user %q (not)", request.Get(), user.Get())
		request.Set("r-43")
		close(done)
	})
	<-done
	say(request.Get() == "r-42", "child set its own to \"r-43\"; the parent's is %q", request.Get())
	wait(func() {
		say(request.Get() == "", "by a go statement: request %q", request.Get())
	})
}

// reuse starts far more goroutines than run at once, so nearly all of them reuse the runtime's record of an earlier one.
func reuse() {
	const goroutines, atOnce = 20000, 100
	var inherited, held int64
	for i := 0; i < goroutines/atOnce; i++ {
		var all sync.WaitGroup
		all.Add(atOnce)
		for j := 0; j < atOnce; j++ {
			go func() {
				defer all.Done()
				if session.Get() != nil {
					atomic.AddInt64(&inherited, 1)
				}
				atomic.AddInt64(&held, 1)
				value := &[64]byte{}
				runtime.SetFinalizer(value, func(*[64]byte) { atomic.AddInt64(&held, -1) })
				session.Set(value)
			}()
		}
		all.Wait()
	}
	say(inherited == 0, "%d goroutines set a value and ended; %d began with another's", goroutines, inherited)

	// Finalizers run some time after a garbage collection.
	for deadline := time.Now().Add(5 * time.Second); routine.Native && atomic.LoadInt64(&held) > 0 && time.Now().Before(deadline); {
		runtime.GC()
		time.Sleep(10 * time.Millisecond)
	}
	runtime.GC()
	left := atomic.LoadInt64(&held)
	// Plain Go does not tell when a goroutine ends. In a native build, the garbage collector may still find a few values.
	say(!routine.Native || left <= goroutines/100, "values still in memory: %d", left)
}

var session = routine.NewThreadLocal[*[64]byte]()

// wait runs f in a new goroutine, and waits for its end.
func wait(f func()) {
	done := make(chan bool)
	go func() {
		defer close(done)
		f()
	}()
	<-done
}
