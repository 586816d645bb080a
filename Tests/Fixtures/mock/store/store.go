// Package store has functions that tests replace.
package store

import (
	"context"
	"crypto/sha256"
	"errors"
	"strings"
)

// Load finds nothing.
func Load(ctx context.Context, name string) (string, error) {
	return "", errors.New("no " + name)
}

// Get calls Load, and path.
func Get(name string) string {
	text, err := Load(context.Background(), path(name))
	if err != nil {
		return err.Error()
	}
	return text
}

// path is inlined in plain Go.
func path(name string) string { return "/" + name }

// Join is variadic.
func Join(separator string, words ...string) string { return strings.Join(words, separator) }

// Save has no results, and no names for its parameters.
func Save(string, int) {}

// Factorial calls itself.
func Factorial(n int) int {
	if n < 2 {
		return 1
	}
	return n * Factorial(n-1)
}

// Cache has methods, two of them without a name for the receiver.
type Cache struct{ size int }

func (c *Cache) Fill(size int) int { c.size += size; return c.size }
func (Cache) Kind() string         { return "cache" }
func (*Cache) String() string      { return "a cache" }

// Outer has the methods of Cache.
type Outer struct{ Cache }

// Twice is generic.
func Twice[T int | string](value T) T { return value + value }

// List is generic, with a method that has no use for the type parameter.
type List[T any] struct{ items []T }

func (l *List[T]) Push(item T) { l.items = append(l.items, item) }
func (l *List[_]) Len() int    { return len(l.items) }

// Error has a parameter that is called as its type.
func Error(error error) string { return error.Error() }

// Fast may not call what needs a stack frame.
//
//go:nosplit
func Fast(n int) int { return n + 1 }

// Digest has some work to do, in another package.
//
//go:noinline
func Digest(data []byte) [sha256.Size]byte { return sha256.Sum256(data) }

// Kept is not to be replaced.
//
//mock:off
func Kept(n int) int { return n }
