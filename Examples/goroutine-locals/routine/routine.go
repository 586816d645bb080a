// Package routine is a small stand-in for github.com/timandy/routine: a part of its API, and its two implementations,
// chosen by the build tag routinex. With the tag, values live in the runtime's own record of a goroutine; without
// it, in maps beside the runtime.
package routine

import (
	"fmt"
	"os"
	"runtime"
	"sync/atomic"

	"github.com/timandy/routine/g"
)

// Native reports which of the two implementations was compiled. The real library does not tell.
const Native = g.Native

// ThreadLocal is a variable of which every goroutine has its own.
type ThreadLocal[T any] interface {
	// Get returns the goroutine's value; the first time, the initial one.
	Get() T
	// Set changes the goroutine's value.
	Set(value T)
	// Remove makes the goroutine forget its value.
	Remove()
}

// Supplier makes the initial value of a ThreadLocal.
type Supplier[T any] func() T

// Runnable is what a goroutine runs.
type Runnable func()

// NewThreadLocal returns a variable that starts as T's zero value in every goroutine.
func NewThreadLocal[T any]() ThreadLocal[T] {
	return NewThreadLocalWithInitial[T](nil)
}

// NewThreadLocalWithInitial returns a variable that starts as what supplier returns.
func NewThreadLocalWithInitial[T any](supplier Supplier[T]) ThreadLocal[T] {
	return newVariable(own, supplier)
}

// NewInheritableThreadLocal returns a variable whose value goroutines started by Go take over.
func NewInheritableThreadLocal[T any]() ThreadLocal[T] {
	return newVariable[T](inherited, nil)
}

// Goid returns the running goroutine's number.
func Goid() uint64 { return g.ID() }

// Go runs fun in a new goroutine that begins with a copy of the caller's inheritable values. A panic of fun is
// reported and ends that goroutine only.
func Go(fun Runnable) {
	inheritance := load(inherited).clone()
	go func() {
		defer forget()
		defer func() {
			if cause := recover(); cause != nil {
				trace := make([]byte, 64<<10)
				trace = trace[:runtime.Stack(trace, false)]
				fmt.Fprintf(os.Stderr, "panic in goroutine %d: %v\n%s", Goid(), cause, trace)
			}
		}()
		if inheritance != nil {
			store(inherited, inheritance)
		}
		fun()
	}()
}

// kind tells which of a goroutine's two sets of values a variable belongs to.
type kind int

const (
	own kind = iota
	inherited
	kinds
)

// values holds the values of one goroutine and kind, by variable.
type values struct {
	slots []interface{}
}

func (v *values) clone() *values {
	if v == nil {
		return nil
	}
	return &values{append([]interface{}(nil), v.slots...)}
}

var variables [kinds]int32

type variable[T any] struct {
	kind     kind
	index    int
	supplier Supplier[T]
}

func newVariable[T any](k kind, supplier Supplier[T]) *variable[T] {
	return &variable[T]{k, int(atomic.AddInt32(&variables[k], 1)) - 1, supplier}
}

func (t *variable[T]) Get() T {
	if v := load(t.kind); v != nil && t.index < len(v.slots) {
		if value, ok := v.slots[t.index].(T); ok {
			return value
		}
	}
	var value T
	if t.supplier != nil {
		value = t.supplier()
	}
	t.Set(value)
	return value
}

func (t *variable[T]) Set(value T) {
	v := load(t.kind)
	if v == nil {
		v = &values{}
		store(t.kind, v)
	}
	for t.index >= len(v.slots) {
		v.slots = append(v.slots, nil)
	}
	v.slots[t.index] = value
}

func (t *variable[T]) Remove() {
	if v := load(t.kind); v != nil && t.index < len(v.slots) {
		v.slots[t.index] = nil
	}
}
