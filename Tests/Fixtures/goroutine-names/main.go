// Goroutine-names starts goroutines that name themselves, and prints the headers of their stack traces; or, asked to,
// panics in one of them.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"runtime/pprof"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// header is how tools find a goroutine in a stack trace.
var header = regexp.MustCompile(`(?m)^goroutine \d+ \[([^\]]+)\]:$`)

// headers returns what is in the brackets of the headers of all goroutines, or of the running one.
func headers(all bool) []string {
	buf := make([]byte, 1<<20)
	buf = buf[:runtime.Stack(buf, all)]
	var result []string
	for _, match := range header.FindAllSubmatch(buf, -1) {
		result = append(result, string(match[1]))
	}
	if n := strings.Count("\n"+string(buf), "\ngoroutine "); n != len(result) {
		fmt.Fprintf(os.Stderr, "%d of %d headers are as tools expect them:\n%s", len(result), n, buf)
		os.Exit(1)
	}
	sort.Strings(result)
	return result
}

// start runs f on a goroutine that then blocks in a way that its header shows.
func start(f func()) {
	ready, forever := make(chan bool), make(chan bool)
	go func() {
		f()
		close(ready)
		<-forever
	}()
	<-ready
}

func show() {
	for i := 0; i < 2; i++ {
		name := fmt.Sprintf("worker %d", i)
		start(func() { nameGoroutine(name) })
	}
	start(func() {
		runtime.LockOSThread()
		nameGoroutine("locked")
	})
	start(func() {
		nameGoroutine("first")
		nameGoroutine("second")
	})
	start(func() {
		nameGoroutine("taken away")
		nameGoroutine("")
	})
	start(func() {
		nameGoroutine("parent")
		start(func() {})
	})
	start(func() { nameGoroutine("a]:\n\ngoroutine 1 [b], \"c\" \\ \x1b[31m \xff é 漢字\u2028") })
	nameGoroutine("main")
	// The names are held by their goroutines alone.
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
	result := headers(true)
	for i := 0; i < 1000 && strings.Contains(fmt.Sprint(result), "runnable"); i++ {
		time.Sleep(time.Millisecond) // until all the others block
		result = headers(true)
	}
	for _, h := range result {
		fmt.Println(h)
	}
}

// reuse runs many goroutines that end with a name, in every way there is, and looks for names that others left.
func reuse() {
	var left int64
	enter := func() {
		if strings.Contains(headers(false)[0], "left behind") {
			atomic.AddInt64(&left, 1)
		}
		nameGoroutine("left behind")
	}
	ways := append([]func(){
		enter,
		func() { enter(); runtime.Goexit() },
		func() { defer func() { recover() }(); enter(); panic("ends here") },
		func() { runtime.LockOSThread(); enter() },
	}, coroutines(enter)...)
	for round := 0; round < 20; round++ {
		var wg sync.WaitGroup
		for i := 0; i < 50; i++ {
			way := ways[i%len(ways)]
			wg.Add(1)
			go func() {
				defer wg.Done()
				way()
			}()
		}
		wg.Wait()
	}
	if left != 0 {
		fmt.Fprintf(os.Stderr, "%d goroutines began with a name\n", left)
		os.Exit(1)
	}
}

func main() {
	panics := flag.Bool("panic", false, "panic in a goroutine with a name")
	flag.Parse()
	if *panics {
		go func() {
			nameGoroutine("the one that panics")
			pprof.SetGoroutineLabels(pprof.WithLabels(context.Background(), pprof.Labels("shift", "night")))
			panic("on purpose")
		}()
		select {}
	}
	reuse()
	show()
}
