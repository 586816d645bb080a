// Package trace makes a tree of what a program does for one request. No source of the program knows of it: the patch set
// beside it calls it from net/http, database/sql and the runtime.
//
// It imports none of the packages that the set has call it, but the runtime, and starts no goroutine: it never traces itself.
package trace

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"strings"
	"sync"
	"time"
	"unsafe"
)

// Span is one thing that the program does, with a beginning and an end.
type Span struct {
	tree     *tree
	id       string
	kind     string
	name     string
	start    time.Time
	duration time.Duration
	ended    bool
	note     string
	children []*Span

	// previous is what the goroutine goes on with at the span's end.
	previous *Span
}

// tree is all spans with one trace id, as far as they are this program's.
type tree struct {
	id    string
	first *Span
	// caller is the span of another program that asked for the first one, if any.
	caller string
	// open is how many of the spans have not ended. The tree is printed, and forgotten, when none is left.
	open int
}

var (
	// mutex guards all trees and spans.
	mutex sync.Mutex
	// open has the spans that have not ended, by id.
	open = map[string]*Span{}
)

// Start begins a span below the goroutine's current one, and makes it the current one. Where there is none, a trace begins.
func Start(kind, name string) *Span {
	mutex.Lock()
	defer mutex.Unlock()
	s := begin(current(), kind, name)
	s.makeCurrent()
	return s
}

// Answer begins a server's span below the one that a request's header names, whichever goroutine sent that.
func Answer(header, name string) *Span {
	mutex.Lock()
	defer mutex.Unlock()
	traceID, caller := parse(header)
	s := begin(open[caller], "server", name)
	if traceID != "" && s.tree.first == s {
		s.tree.id, s.tree.caller = traceID, caller
	}
	s.makeCurrent()
	return s
}

// begin makes a span. A parent that has seen its whole tree end gets no more children.
func begin(parent *Span, kind, name string) *Span {
	s := &Span{id: newID(8), kind: kind, name: name, start: time.Now()}
	if parent != nil && parent.tree.open > 0 {
		s.tree = parent.tree
		parent.children = append(parent.children, s)
	} else {
		s.tree = &tree{id: newID(16), first: s}
	}
	s.tree.open++
	open[s.id] = s
	return s
}

// End ends the span, on the goroutine that began it. An error that err points to is shown beside it.
func (s *Span) End(err *error) {
	setCurrent(unsafe.Pointer(s.previous))
	mutex.Lock()
	defer mutex.Unlock()
	s.duration, s.ended = time.Since(s.start), true
	if err != nil && *err != nil {
		s.note = "error: " + (*err).Error()
	}
	delete(open, s.id)
	if s.tree.open--; s.tree.open == 0 {
		s.tree.print()
	}
}

// Note has a text shown beside the span.
func (s *Span) Note(text string) {
	mutex.Lock()
	defer mutex.Unlock()
	s.note = text
}

// HeaderName is the header of a request that carries the trace id and the caller's span id from program to program, in the
// form of https://www.w3.org/TR/trace-context/.
const HeaderName = "Traceparent"

// Header returns the header's value for what is asked for by this span.
func (s *Span) Header() string { return fmt.Sprintf("00-%s-%s-01", s.tree.id, s.id) }

// parse returns the ids of a header, which are empty when it has another form.
func parse(header string) (traceID, spanID string) {
	parts := strings.Split(header, "-")
	if len(parts) < 4 || !isID(parts[1], 16) || !isID(parts[2], 8) {
		return "", ""
	}
	return parts[1], parts[2]
}

func isID(text string, size int) bool {
	bytes, err := hex.DecodeString(text)
	return err == nil && len(bytes) == size
}

func newID(size int) string {
	bytes := make([]byte, size)
	if _, err := rand.Read(bytes); err != nil {
		panic(err)
	}
	return hex.EncodeToString(bytes)
}
