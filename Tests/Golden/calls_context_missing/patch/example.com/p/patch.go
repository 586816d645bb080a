package p

import (
	"context"
	"os"
)

//routinex:calls os.ReadFile
func read(name string, ctx context.Context) ([]byte, error) { return os.ReadFile(name) }

//routinex:calls os.Getpid
//routinex:optional
func pid(ctx context.Context) int { return os.Getpid() }

//routinex:calls os.Exit
func exit(code int, ctx context.Context) {}
