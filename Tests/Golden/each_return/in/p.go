package p

import (
	"context"
	"net/http"
)

type Store[K comparable] struct{ mocked int }

// Get reads.
func (s *Store[K]) Get(ctx context.Context, key K, options ...string) (int, error) {
	if len(options) > 1 {
		return 1, nil
	}
	return 0, ctx.Err()
}

func (*Store[_]) Len(_ int, http *http.Request) int { return len(http.URL.Path) }

func (Store[K]) Nothing() {}

func Twice[T ~int](n T) (string string) { return "two" }

func replaced(mocked func(name string), ok bool) error { return nil }

func found() int {
	n := 1
	return n
}

type function int

func Shadow(find function) (function, int) { return find, found() }

func (s Store[K]) Wrapped(key K) (err error) { return nil }
