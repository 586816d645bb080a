// Package trace is what the patches call. It stands for a tracing library: a span prints a line when it ends. No program imports it.
package trace

import (
	"context"
	"fmt"
	"path"
	"strings"

	"example.com/rules/locals"
)

// Print writes a line that the programs themselves do not write.
func Print(words ...any) {
	fmt.Println(append([]any{"  *"}, words...)...)
}

// Span is something that takes time, in one goroutine.
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

// End ends it.
func (s *Span) End() {
	locals.Set("span", s.parent)
	if s.Err != nil {
		Print(s, "failed:", s.Err)
	} else {
		Print(s)
	}
}

// String says what it is part of, too.
func (s *Span) String() string {
	switch {
	case s == nil:
		return "nothing"
	case s.parent == nil:
		return s.Name
	}
	return s.parent.String() + " > " + s.Name
}

// Current returns the goroutine's span. Like all spans it may be nil.
func Current() *Span {
	span, _ := locals.Get("span").(*Span)
	return span
}

type key struct{}

// With returns a context that hands the goroutine's span on.
func With(ctx context.Context) context.Context {
	return context.WithValue(ctx, key{}, Current())
}

// From returns the span of a context.
func From(ctx context.Context) *Span {
	span, _ := ctx.Value(key{}).(*Span)
	return span
}

// NameOf returns what a function's comment calls it, name:WORD, or the function's name.
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

// Wrap notes that an error came through a function. A nil error stays nil.
func Wrap(err error, function, file string, line int) error {
	if err == nil {
		return nil
	}
	way := fmt.Sprintf("%s (%s:%d)", function, path.Base(file), line)
	Print("error by way of", way)
	return traced{err, way}
}
