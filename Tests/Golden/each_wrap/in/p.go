package p

import "context"

type Store[K comparable] struct{}

// Get reads.
//
//app:span reading "one"
func (s *Store[K]) Get(ctx context.Context, key K, options ...string) (int, error) {
	if len(options) > 1 {
		return 1, nil
	}
	return 0, ctx.Err()
}

//app:span
func (s Store[K]) Put(_ K, ctx context.Context) (err error) {
	return ctx.Err()
}

//app:spanner
func Other(ctx context.Context) error { return nil }

//app:span
func NoContext(n int) int { return n }

//app:span
//go:nosplit
func Fast(ctx context.Context) error { return nil }

//app:span
func Error(ctx context.Context, error error) error { return error }
