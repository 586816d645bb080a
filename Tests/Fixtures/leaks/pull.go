//go:build go1.23 || goexperiment.rangefunc

package main

import "iter"

func init() {
	ways = append(ways,
		&way{name: "iter.Pull, stopped", run: func(w *way, done func()) {
			next, stop := iter.Pull(numbers(w))
			next()
			stop()
			done()
		}},
		&way{name: "iter.Pull, to its end", run: func(w *way, done func()) {
			next, stop := iter.Pull(numbers(w))
			for _, ok := next(); ok; _, ok = next() {
			}
			stop()
			done()
		}},
	)
}

// numbers is a sequence whose body, which runs on a goroutine of its own, enters as w.
func numbers(w *way) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		enter(w)
		for i := 0; i < 3 && yield(i); i++ {
		}
	}
}
