package trace

import (
	"fmt"
	"path"
	"reflect"
	"runtime"
	"strings"
	"unsafe"
)

// The set adds a field to the runtime's record of a goroutine, and these two functions.

//go:linkname getCurrent runtime.currentSpan
func getCurrent() unsafe.Pointer

//go:linkname setCurrent runtime.setCurrentSpan
func setCurrent(span unsafe.Pointer)

// current returns what the goroutine is about, or nil.
func current() *Span { return (*Span)(getCurrent()) }

func (s *Span) makeCurrent() {
	s.previous = current()
	setCurrent(unsafe.Pointer(s))
}

// inherit is called for each go statement of a goroutine that has a current span, and returns what the new goroutine shall
// run. Goroutines that the standard library starts have no span of their own: they go on with that of the caller.
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

// isStandard tells whether a function is of the standard library: the paths of all other packages but main have a dot in
// their first element.
func isStandard(function string) bool {
	first, _, isPath := strings.Cut(function, "/")
	if isPath {
		return !strings.Contains(first, ".")
	}
	return !strings.HasPrefix(function, "main.")
}
