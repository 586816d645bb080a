//go:build go1.21

// Command slog logs.
package main

import (
	"log/slog"
	"os"
)

//app:span name:buying
func main() {
	logger := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{
		ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		},
	}))
	logger.Info("hello", "count", 1)
	logger.With("of", "shop").Warn("again")
}
