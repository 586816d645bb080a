//go:build go1.21

// Package journal writes down what happened.
package journal

import (
	"log/slog"
	"os"
)

func init() { slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, nil))) }

// Say writes a line with a name and a value for each two of the pairs.
func Say(message string, pairs ...any) { slog.Info(message, pairs...) }
