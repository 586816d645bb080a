// Package slogtrace represents a library that adds the span to log records. It needs log/slog, which came with Go 1.21.
package slogtrace
