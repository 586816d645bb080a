package main

import (
	"context"
	"fmt"
	"time"
)

// The same job, written twice. greet needs the user's name, which only the first caller knows. With a context, every
// function between the two passes it on.

type key string

func handleContext(ctx context.Context) string { return checkContext(ctx) }
func checkContext(ctx context.Context) string  { return renderContext(ctx) }
func renderContext(ctx context.Context) string { return greetContext(ctx) }
func greetContext(ctx context.Context) string  { return "hello, " + ctx.Value(key("user")).(string) }

// With a goroutine-local variable, none of them mentions it.

func handle() string { return check() }
func check() string  { return render() }
func render() string { return greet() }
func greet() string  { return "hello, " + user.Get() }

func againstContext() {
	ctx := context.WithValue(context.Background(), key("user"), "ada")
	user.Set("ada")
	withContext, withLocal := handleContext(ctx), handle()
	say(withContext == "hello, ada", "greet(ctx), ctx handed on 3 times: %q", withContext)
	say(withLocal == "hello, ada", "greet(), nothing handed on:         %q", withLocal)

	for _, key := range []key{"trace", "locale", "db"} {
		ctx = context.WithValue(ctx, key, true)
	}
	fmt.Println("    time per access:")
	measure("ctx.Value, 4 deep", func(n int) {
		for i := 0; i < n; i++ {
			sink = ctx.Value(key("user")).(string)
		}
	})
	measure("ThreadLocal.Get", func(n int) {
		for i := 0; i < n; i++ {
			sink = user.Get()
		}
	})
	measure("ThreadLocal.Set", func(n int) {
		for i := 0; i < n; i++ {
			user.Set("ada")
		}
	})
}

var sink string

// measure doubles the number of rounds until loop takes long enough to be timed, and prints the time of one round.
func measure(what string, loop func(n int)) {
	for n := 1000; ; n *= 2 {
		start := time.Now()
		loop(n)
		if took := time.Since(start); took > 50*time.Millisecond {
			fmt.Printf("      %-18s %8.1f ns\n", what, float64(took.Nanoseconds())/float64(n))
			return
		}
	}
}
