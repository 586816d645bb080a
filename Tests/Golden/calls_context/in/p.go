package p

import (
	"context"
	"net/http"
	"os"
)

type key struct{}

func pair() (string, error) { return "", nil }

func Parameter(name string, ctx context.Context) ([]byte, error) { return os.ReadFile(name) }

func First(a, b context.Context) { os.ReadFile("a") }

func NoArguments(ctx context.Context) int {
	return os.Getpid() + os.Getpid(
		// None.
	)
}

func Lines(ctx context.Context) {
	os.ReadFile(
		"a",
	)
	os.ReadFile("a" /* the last */)
	data, err := os.ReadFile(string(must(os.ReadFile("b"))))
	_, _ = data, err
}

func must(data []byte, err error) []byte { return data }

func Literal(outer context.Context) {
	run(func(inner context.Context) { os.ReadFile("a") })
	run(func(_ context.Context) { os.ReadFile("a") })
	func(outer string) { os.ReadFile(outer) }("a")
}

func run(f func(context.Context)) { f(context.Background()) }

func Declared(r *http.Request, parent context.Context) {
	os.ReadFile("a")
	ctx := r.Context()
	os.ReadFile("a")
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if ctx := context.WithValue(ctx, key{}, 1); ctx.Err() == nil {
		os.ReadFile("a")
		same := ctx
		os.ReadFile("a")
		_ = same
	}
	{
		var typed context.Context = ctx
		os.ReadFile("a")
		_ = typed
	}
	{
		var unset context.Context
		os.ReadFile("a")
		_ = unset
	}
	{
		// What it is cannot be seen.
		parent, ctx := derived(ctx)
		os.ReadFile("a")
		_, _ = parent, ctx
	}
	for ctx := range []int{1} {
		os.ReadFile("a")
		_ = ctx
	}
	switch ctx := any(ctx).(type) {
	case context.Context:
		os.ReadFile("a")
		_ = ctx
	}
	later := context.TODO()
	_ = later
}

func derived(ctx context.Context) (context.Context, int) { return ctx, 0 }

func LeftAlone() (ctx context.Context, err error) {
	os.ReadFile("a")
	plain := os.ReadFile
	pids := func() int { return os.Getpid() }
	_, _ = plain, pids
	return
}

func Value(ctx context.Context) { use(os.ReadFile) }

func use(f func(string) ([]byte, error)) {}

func AsItIs(ctx context.Context) { _ = context.WithoutCancel(context.Background()) }

func Shadowed(context int) {
	type Context int
	func(ctx Context) { os.ReadFile("a") }(1)
}

type T struct{}

func (t T) Method(ctx context.Context) { go os.ReadFile("a") }

func Generic[context any](ctx context) { os.ReadFile("a") }

var start = os.Getpid()

var handler = func(ctx context.Context) { os.ReadFile("a") }
