//line /in/p.go:1:1
package p

import (
	"context"
	"net/http"
	"os"
)

type key struct{}

func pair() (string, error) { return "", nil }

func Parameter(name string, ctx context.Context) ([]byte, error) { return read/*line :13:86*/(name, ctx/*line :13:91*/) }

func First(a, b context.Context) { read/*line :15:47*/("a", a/*line :15:51*/) }

func NoArguments(ctx context.Context) int {
	return pid/*line :18:18*/(ctx/*line :18:19*/) + pid/*line :18:32*/(
		// None.
	ctx/*line :20:2*/)
}

func Lines(ctx context.Context) {
	read/*line :24:13*/(
		"a", ctx/*line :25:6*/,
	)
	read/*line :27:13*/("a", ctx/*line :27:17*/ /* the last */)
	data, err := read/*line :28:26*/(string(must(read/*line :28:50*/("b", ctx/*line :28:54*/))), ctx/*line :28:57*/)
	_, _ = data, err
}

func must(data []byte, err error) []byte { return data }

func Literal(outer context.Context) {
	run(func(inner context.Context) { read/*line :35:47*/("a", inner/*line :35:51*/) })
	run(func(_ context.Context) { read/*line :36:43*/("a", outer/*line :36:47*/) })
	func(outer string) { os.ReadFile(outer) }("a")
}

func run(f func(context.Context)) { f(context.Background()) }

func Declared(r *http.Request, parent context.Context) {
	read/*line :43:13*/("a", parent/*line :43:17*/)
	ctx := r.Context()
	read/*line :45:13*/("a", ctx/*line :45:17*/)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if ctx := context.WithValue(ctx, key{}, 1); ctx.Err() == nil {
		read/*line :49:14*/("a", ctx/*line :49:18*/)
		same := ctx
		read/*line :51:14*/("a", same/*line :51:18*/)
		_ = same
	}
	{
		var typed context.Context = ctx
		read/*line :56:14*/("a", typed/*line :56:18*/)
		_ = typed
	}
	{
		var unset context.Context
		read/*line :61:14*/("a", ctx/*line :61:18*/)
		_ = unset
	}
	{
		// What it is cannot be seen.
		parent, ctx := derived(ctx)
		os.ReadFile("a")
		_, _ = parent, ctx
	}
	for ctx := range []int{1} {
		read/*line :71:14*/("a", parent/*line :71:18*/)
		_ = ctx
	}
	switch ctx := any(ctx).(type) {
	case context.Context:
		read/*line :76:14*/("a", parent/*line :76:18*/)
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

func AsItIs(ctx context.Context) { _ = without/*line :97:61*/(context.Background()) }

func Shadowed(context int) {
	type Context int
	func(ctx Context) { os.ReadFile("a") }(1)
}

type T struct{}

func (t T) Method(ctx context.Context) { go read/*line :106:56*/("a", ctx/*line :106:60*/) }

func Generic[context any](ctx context) { os.ReadFile("a") }

var start = os.Getpid()

var handler = func(ctx context.Context) { read/*line :112:54*/("a", ctx/*line :112:58*/) }
