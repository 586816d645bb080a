//line /patch/example.com/p/patch.go:1:1
package p

import (
	"context"
	"os"
)

//routinex:calls os.ReadFile
func read(name string, ctx context.Context) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return os.ReadFile(name)
}

//routinex:calls os.Getpid
func pid(_ context.Context) int { return 1 }

// It ends in a context like the function that it stands for.
//
//routinex:calls context.WithoutCancel
func without(ctx context.Context) context.Context { return ctx }
