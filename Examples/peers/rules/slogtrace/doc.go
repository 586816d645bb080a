// Package slogtrace stands for a library that gives log records the span. Package log/slog came with Go 1.21.
package slogtrace
