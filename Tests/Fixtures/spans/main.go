// Command spans calls functions that the patch set spans is for, and others.
package main

import (
	"context"
	"errors"
	"fmt"

	"fixture/spans/store"
)

//spans:log reading the configuration
func config() (int, error) { return 1, errors.New("no\nfile") }

// quiet has no result.
//
//spans:time
func quiet() {}

//spans:logger is another word.
func other() error { return nil }

func main() {
	ctx := context.Background()
	config()
	quiet()
	other()
	fmt.Println(store.Load(ctx, "a"))
	var cache store.Cache
	fmt.Println(cache.Fill(ctx), cache.Off(ctx), cache.Named(ctx))
	fmt.Println(store.Twice[int](ctx, 2))
	defer func() { fmt.Println("recovered:", recover()) }()
	store.Panics(ctx)
}
