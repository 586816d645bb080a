package trace

import (
	"fmt"
	"path"
	"reflect"
	"runtime"
	"strings"
	"unsafe"
)

// The set adds a field to runtime.g, the runtime's record of a goroutine, and these two functions.

//go:linkname getCurrent runtime.currentSpan
func getCurrent() unsafe.Pointer

//go:linkname setCurrent runtime.setCurrentSpan
func setCurrent(span unsafe.Pointer)

// current returns the goroutine's current span, or nil.
func current() *Span { return (*Span)(getCurrent()) }

func (s *Span) makeCurrent() {
	s.previous = current()
	setCurrent(unsafe.Pointer(s))
}

// inherit is called for each go statement of a goroutine that has a current span. It returns the function for the new
// goroutine to run. A goroutine that the standard library starts gets no span. It continues with the caller's.
//
//go:linkname inherit runtime.inheritSpan
func inherit(run func()) func() {
	parent := current()
	code := reflect.ValueOf(run).Pointer()
	function := runtime.FuncForPC(code)
	if isStandard(function.Name()) {
		return func() {
			setCurrent(unsafe.Pointer(parent))
			defer setCurrent(nil)
			run()
		}
	}
	file, line := function.FileLine(code)
	mutex.Lock()
	defer mutex.Unlock()
	span := begin(parent, "goroutine", fmt.Sprintf("%s (%s:%d)", function.Name(), path.Base(file), line))
	return func() {
		setCurrent(unsafe.Pointer(span))
		defer span.End(nil)
		run()
	}
}

// isStandard reports whether a function belongs to the standard library. The import path of any other package has a dot in
// its first element, except for main.
func isStandard(function string) bool {
	first, _, isPath := strings.Cut(function, "/")
	if isPath {
		return !strings.Contains(first, ".")
	}
	return !strings.HasPrefix(function, "main.")
}
