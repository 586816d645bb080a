//go:build go1.25

package main

import (
	"testing"
	"testing/synctest"
	"time"
)

// TestBubble is about a clock that is a fake already.
func TestBubble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		if want := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC); !start.Equal(want) {
			t.Errorf("the bubble begins at %v", start)
		}
		timer := time.NewTimer(time.Hour)
		time.Sleep(2 * time.Hour)
		if d := time.Since(start); d != 2*time.Hour {
			t.Errorf("2h in a bubble take %v", d)
		}
		if d := (<-timer.C).Sub(start); d != time.Hour {
			t.Errorf("a timer of 1h says %v", d)
		}
	})
}
