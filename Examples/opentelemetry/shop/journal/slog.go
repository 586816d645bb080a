//go:build go1.21

// Package journal logs what happens.
package journal

import (
	"log/slog"
	"os"
)

func init() { slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, nil))) }

// Say logs a message with pairs of names and values.
func Say(message string, pairs ...any) { slog.Info(message, pairs...) }
