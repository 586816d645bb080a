package p

import (
	"context"
	"fmt"
)

type T struct{}

func F(ctx context.Context, name string) { _ = fmt.Sprint(fmt.Sprint(T{})) }

func G(ctx context.Context) { _ = fmt.Sprint(T{}) }

func H(ctx context.Context) { _ = fmt.Sprint("a") }

func I(ctx context.Context) { _ = fmt.Sprint([]any{"a"}...) + fmt.Sprint("a", "b", "c") }
