// Trace panics deep in calls from the standard library while other goroutines wait, so that with GOTRACEBACK=system
// its trace shows frames of many functions. It always exits with 2.
//
// Two builds agree in all but numbers that change from run to run; to compare, drop those:
//
//	sed -E 's/0x[0-9a-f]+//g; s/goroutine [0-9]+/goroutine/; s/ m=[0-9]+//'
package main

import (
	"runtime/debug"
	"sort"
	"strings"
	"sync"
	"time"
)

func main() {
	// A collection would start goroutines in one run that another does not have.
	debug.SetGCPercent(-1)
	var started sync.WaitGroup
	for _, wait := range []func(){
		func() { <-make(chan int) },
		func() { select {} },
		func() { time.Sleep(time.Hour) },
		func() {
			var mu sync.Mutex
			mu.Lock()
			mu.Lock()
		},
	} {
		wait := wait
		started.Add(1)
		go func() {
			started.Done()
			wait()
		}()
	}
	started.Wait()
	time.Sleep(50 * time.Millisecond) // until all of them wait
	words := []string{"b", "a", "c"}
	sort.Slice(words, func(i, j int) bool {
		return strings.IndexFunc(words[i], compare) < 0
	})
}

func compare(r rune) bool {
	defer func() {
		panic("second")
	}()
	var none []int
	return none[r] == 0
}
