package p

import "time"

func A(n int) {
	n = 1
}

func B() { println(1); println(1) }

func C() { println(1); println(1) }

func D() { return }

//go:nosplit
func E() {}

func G(a int) {}

func H(a uint) {}

var v int = 1

var w, x = f()

const c = 1

type I struct{}

const k = 1

func f() (int, int) {
	hidden := time.Since(time.Time{})
	return int(hidden), 1
}

func J() {}
