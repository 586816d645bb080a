// Leaks runs many goroutines that set both pointers in runtime.g and end in every way that a goroutine can end, and
// looks at each one's start for values that an earlier one left.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"unsafe"

	"fixture/locals"
)

// way is one manner of ending. Its address is the value that its goroutines leave behind, so a leak names its source.
type way struct {
	name string
	// run starts one goroutine that calls enter and ends so; done tells that it is about to.
	run         func(w *way, done func())
	rare        bool
	ran, leaked int64
}

var ways = []*way{
	{name: "return", run: func(w *way, done func()) {
		go func() {
			defer done()
			enter(w)
		}()
	}},
	{name: "recovered panic", run: func(w *way, done func()) {
		go func() {
			defer done()
			defer func() { recover() }()
			enter(w)
			panic("ends here")
		}()
	}},
	{name: "runtime.Goexit", run: func(w *way, done func()) {
		go func() {
			defer done()
			enter(w)
			runtime.Goexit()
		}()
	}},
	// Costs a thread, hence rare.
	{name: "return while locked", rare: true, run: func(w *way, done func()) {
		go func() {
			defer done()
			enter(w)
			runtime.LockOSThread()
		}()
	}},
}

// enter counts what the running goroutine found at its start, then leaves w in it.
func enter(w *way) {
	atomic.AddInt64(&w.ran, 1)
	a, b := locals.Get()
	for _, left := range []unsafe.Pointer{a, b} {
		if left != nil {
			atomic.AddInt64(&(*way)(left).leaked, 1)
		}
	}
	locals.Set(unsafe.Pointer(w), unsafe.Pointer(w))
}

// kept fails unless the collector sees what only a goroutine's pointers hold.
func kept() error {
	const goroutines, word = 200, 0x60607e
	set, look := make(chan bool), make(chan bool)
	var wrong int64
	var ready, over sync.WaitGroup
	ready.Add(goroutines)
	over.Add(goroutines)
	for i := 0; i < goroutines; i++ {
		go func(i int) {
			defer over.Done()
			<-set
			fill(word + i)
			ready.Done()
			<-look
			a, b := locals.Get()
			if (*(*[8]int)(a))[7] != word+i || (*(*[8]int)(b))[7] != -word-i {
				atomic.AddInt64(&wrong, 1)
			}
		}(i)
	}
	close(set)
	ready.Wait()
	var churn [][]int
	for i := 0; i < 5; i++ {
		runtime.GC()
		for j := 0; j < 2000; j++ {
			churn = append(churn, []int{1, 2, 3, 4, 5, 6, 7, 8})
		}
		churn = churn[:0]
	}
	close(look)
	over.Wait()
	if wrong != 0 {
		return fmt.Errorf("%d of %d goroutines lost what their pointers held", wrong, goroutines)
	}
	return nil
}

//go:noinline
func fill(n int) {
	locals.Set(unsafe.Pointer(&[8]int{7: n}), unsafe.Pointer(&[8]int{7: -n}))
}

func main() {
	n := flag.Int("n", 1000000, "goroutines to run, rounded up to 500")
	flag.Parse()
	if err := kept(); err != nil {
		fmt.Fprintln(os.Stderr, "leaks:", err)
		os.Exit(1)
	}
	// In batches, so that each takes over the g's of the one before.
	const batch = 500
	for left := *n; left > 0; left -= batch {
		var wg sync.WaitGroup
		wg.Add(batch)
		for i := 0; i < batch; i++ {
			w := ways[i%len(ways)]
			if w.rare && i >= len(ways) {
				w = ways[0]
			}
			w.run(w, wg.Done)
		}
		wg.Wait()
	}
	leaked := int64(0)
	for _, w := range ways {
		fmt.Printf("%-22s ran %7d  leaked %d\n", w.name, w.ran, w.leaked)
		leaked += w.leaked
	}
	if leaked != 0 {
		fmt.Fprintf(os.Stderr, "leaks: %d values were seen by a later goroutine (%s)\n", leaked, runtime.Version())
		os.Exit(1)
	}
	fmt.Printf("no leaks (%s)\n", runtime.Version())
}
