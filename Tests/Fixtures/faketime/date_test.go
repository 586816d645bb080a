package main

import (
	"testing"
	"time"
)

// TestYear depends on the environment variable only through the clock.
func TestYear(t *testing.T) {
	println("the year is", time.Now().Year())
}

// TestTiming looks at how package testing measures a test that takes 30 ms.
func TestTiming(t *testing.T) {
	time.Sleep(30 * time.Millisecond)
	deadline, ok := t.Deadline()
	if ok && !deadline.After(time.Now()) {
		t.Error("the deadline has passed")
	}
}

func BenchmarkSleep(b *testing.B) {
	if b.N > 100000 {
		b.Fatal("package testing does not see time pass")
	}
	for i := 0; i < b.N; i++ {
		time.Sleep(time.Millisecond)
	}
}

func BenchmarkNow(b *testing.B) {
	for i := 0; i < b.N; i++ {
		time.Now()
	}
}
