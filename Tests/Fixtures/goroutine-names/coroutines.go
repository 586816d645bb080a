//go:build go1.23

package main

import "iter"

// coroutines are ways to end that only a coroutine has.
func coroutines(enter func()) []func() {
	numbers := func(yield func(int) bool) {
		enter()
		for i := 0; i < 3 && yield(i); i++ {
		}
	}
	return []func(){
		func() {
			next, stop := iter.Pull(numbers)
			next()
			stop()
		},
		func() {
			next, stop := iter.Pull(numbers)
			for _, ok := next(); ok; _, ok = next() {
			}
			stop()
		},
	}
}
