// Package store has functions with a context and an error.
package store

import (
	"context"
	"errors"
)

// Load is a span; find, which it calls, is not exported.
func Load(ctx context.Context, name string) (string, error) { return find(ctx, name) }

func find(ctx context.Context, name string) (string, error) { return name + "!", nil }

// Cache has methods.
type Cache struct{ fills int }

// Fill fails.
func (c *Cache) Fill(context.Context) error {
	if err := errors.New("full"); c.fills == 0 {
		return err
	}
	return nil
}

// Off is left out.
//
//spans:off
func (c *Cache) Off(ctx context.Context) error { return errors.New("off") }

// Named has a name of its own, and so is no span twice.
//
//spans:log cache
func (c Cache) Named(ctx context.Context) (err error) { return errors.New("named") }

// Twice is generic.
func Twice[T int | string](ctx context.Context, value T) (T, error) { return value + value, nil }

// Panics ends without a result.
func Panics(ctx context.Context) error { panic("as it should") }

// Wait has no error, and Close no context.
func Wait(ctx context.Context) {}
func (c *Cache) Close() error  { return nil }

// Count has work to do that is worth a call.
func Count(ctx context.Context, values []int) (sum int, err error) {
	for _, value := range values {
		sum += value
	}
	return sum, ctx.Err()
}
