// Package trace represents a tracing library. A span prints a line when it ends. The patches call it; no program imports it.
package trace

import (
	"context"
	"fmt"
	"path"
	"strings"

	"example.com/rules/locals"
)

// Print prints a line with a mark that the programs themselves do not print.
func Print(words ...any) {
	fmt.Println(append([]any{"  *"}, words...)...)
}

// Span is an operation in one goroutine.
type Span struct {
	Name   string
	Err    error
	parent *Span
}

// Start begins a span in the running goroutine.
func Start(words ...any) *Span {
	span := &Span{Name: fmt.Sprint(words...), parent: Current()}
	locals.Set("span", span)
	return span
}

// End ends the span, and prints it.
func (s *Span) End() {
	locals.Set("span", s.parent)
	if s.Err != nil {
		Print(s, "failed:", s.Err)
	} else {
		Print(s)
	}
}

// String returns the span's name, with the names of its parents in front.
func (s *Span) String() string {
	switch {
	case s == nil:
		return "nothing"
	case s.parent == nil:
		return s.Name
	}
	return s.parent.String() + " > " + s.Name
}

// Current returns the goroutine's span, or nil.
func Current() *Span {
	span, _ := locals.Get("span").(*Span)
	return span
}

type key struct{}

// With returns a context that carries the goroutine's span.
func With(ctx context.Context) context.Context {
	return context.WithValue(ctx, key{}, Current())
}

// From returns the span of a context.
func From(ctx context.Context) *Span {
	span, _ := ctx.Value(key{}).(*Span)
	return span
}

// NameOf returns WORD if the function's comment contains name:WORD, or else the function's name.
func NameOf(function, comment string) string {
	for _, word := range strings.Fields(comment) {
		if name, isName := cutPrefix(word, "name:"); isName {
			return name
		}
	}
	return function
}

func cutPrefix(text, prefix string) (string, bool) {
	return strings.TrimPrefix(text, prefix), strings.HasPrefix(text, prefix)
}

type traced struct {
	error
	way string
}

func (t traced) Unwrap() error { return t.error }

// Wrap prints that a function returned an error, and wraps the error. A nil error stays nil.
func Wrap(err error, function, file string, line int) error {
	if err == nil {
		return nil
	}
	way := fmt.Sprintf("%s (%s:%d)", function, path.Base(file), line)
	Print("error by way of", way)
	return traced{err, way}
}
