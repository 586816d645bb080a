package p

import (
	"context"
	"os"
)

func F(ctx context.Context) { use(os.ReadFile) }

func G() { os.ReadFile("a"); os.Getpid() }

func use(f func(string) ([]byte, error)) {}
