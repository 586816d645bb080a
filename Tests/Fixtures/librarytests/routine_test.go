// Tests for Examples/goroutine-locals/routine, which are copied into it: all of them pass in a native build only.
package routine

import (
	"sync"
	"testing"
)

func TestIsNative(t *testing.T) {
	if !Native {
		t.Fatal("compiled without the tag routinex")
	}
}

func TestOwnValues(t *testing.T) {
	local := NewThreadLocalWithInitial(func() int { return -1 })
	var all sync.WaitGroup
	for i := 0; i < 1000; i++ {
		all.Add(1)
		go func(i int) {
			defer all.Done()
			if got := local.Get(); got != -1 {
				t.Errorf("began with %d", got)
			}
			local.Set(i)
			if got := local.Get(); got != i {
				t.Errorf("set %d, got %d", i, got)
			}
		}(i)
	}
	all.Wait()
	if got := local.Get(); got != -1 {
		t.Errorf("the test's own value is %d", got)
	}
}

func TestInheritance(t *testing.T) {
	local := NewInheritableThreadLocal[string]()
	local.Set("parent's")
	done := make(chan string)
	Go(func() { done <- local.Get() })
	if got := <-done; got != "parent's" {
		t.Errorf("inherited %q", got)
	}
	go func() { done <- local.Get() }()
	if got := <-done; got != "" {
		t.Errorf("a go statement handed on %q", got)
	}
}

func TestGoid(t *testing.T) {
	own, other := Goid(), make(chan uint64)
	go func() { other <- Goid() }()
	if own == 0 || own == <-other {
		t.Errorf("goroutine %d is not alone with its number", own)
	}
}
