// Package routine is a small stand-in for github.com/timandy/routine: a part of its API, with its two implementations.
// The build tag routinex selects one. With the tag, values are in runtime.g, the runtime's record of a goroutine. Without
// it, they are in maps.
package routine

import (
	"fmt"
	"os"
	"runtime"
	"sync/atomic"

	"github.com/timandy/routine/g"
)

// Native reports whether the native implementation was compiled. The real library has no such constant.
const Native = g.Native

// ThreadLocal is a variable that has a separate value in every goroutine.
type ThreadLocal[T any] interface {
	// Get returns the goroutine's value, which is the initial value before the first Set.
	Get() T
	// Set sets the goroutine's value.
	Set(value T)
	// Remove removes the goroutine's value.
	Remove()
}

// Supplier returns the initial value of a ThreadLocal.
type Supplier[T any] func() T

// Runnable is a function for Go to run.
type Runnable func()

// NewThreadLocal returns a variable whose initial value is T's zero value.
func NewThreadLocal[T any]() ThreadLocal[T] {
	return NewThreadLocalWithInitial[T](nil)
}

// NewThreadLocalWithInitial returns a variable whose initial value is the result of supplier.
func NewThreadLocalWithInitial[T any](supplier Supplier[T]) ThreadLocal[T] {
	return newVariable(own, supplier)
}

// NewInheritableThreadLocal returns a variable whose value is inherited by goroutines that Go starts.
func NewInheritableThreadLocal[T any]() ThreadLocal[T] {
	return newVariable[T](inherited, nil)
}

// Goid returns the running goroutine's number.
func Goid() uint64 { return g.ID() }

// Go runs fun in a new goroutine, which begins with a copy of the caller's inheritable values. If fun panics, the panic is
// printed and ends only that goroutine.
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

// kind selects one of a goroutine's two sets of values.
type kind int

const (
	own kind = iota
	inherited
	kinds
)

// values holds a goroutine's values of one kind, by the variables' indexes.
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
