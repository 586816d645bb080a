// Package trace records what a program does for one request, as a tree. The program does not import it: the patch set in the
// folder patches calls it from net/http, database/sql and the runtime.
//
// Of these packages it imports only the runtime, and it starts no goroutine. So it never traces itself.
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

// Span is one operation of the program, with a start and an end.
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

	// previous becomes the goroutine's current span when this one ends.
	previous *Span
}

// tree has all spans of this program with one trace id.
type tree struct {
	id    string
	first *Span
	// caller is the id of the span of another program that sent the request, if any.
	caller string
	// open is the number of spans that have not ended. When it becomes 0, the tree is printed and dropped.
	open int
}

var (
	// mutex guards all trees and spans.
	mutex sync.Mutex
	// open has the spans that have not ended, by id.
	open = map[string]*Span{}
)

// Start begins a span below the goroutine's current span, and makes it the current one. Without a current span, a trace begins.
func Start(kind, name string) *Span {
	mutex.Lock()
	defer mutex.Unlock()
	s := begin(current(), kind, name)
	s.makeCurrent()
	return s
}

// Answer begins a server's span. Its parent is the span that the request's header names, in whichever goroutine that is.
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

// begin makes a span. If all spans of the parent's tree have ended, the new span begins a new tree.
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

// End ends the span. The goroutine that began the span must call it. If err points to an error, the span shows it.
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

// Note sets a text that the span shows.
func (s *Span) Note(text string) {
	mutex.Lock()
	defer mutex.Unlock()
	s.note = text
}

// HeaderName is the request header that carries the trace id and the caller's span id from program to program. Its format is
// that of https://www.w3.org/TR/trace-context/.
const HeaderName = "Traceparent"

// Header returns the header's value for a request that this span sends.
func (s *Span) Header() string { return fmt.Sprintf("00-%s-%s-01", s.tree.id, s.id) }

// parse returns the ids in a header. They are empty if the header has another format.
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
