package testing

import (
	"reflect"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"unsafe"
)

// testMocks holds what a test has replaced. It stays in memory while a goroutine of the test exists.
type testMocks struct {
	// Of the test that started this one, or nil.
	parent *testMocks
	list   atomic.Value // []*mock, replaced as a whole and never changed in place
}

// mock is a function with its replacement.
type mock struct {
	// As functionName returns them.
	name, replacementName string
	replacement           interface{}
}

// mocks is locked while a list changes. count is the length of all lists.
var mocks struct {
	sync.Mutex
	count int
}

//routinex:extend
type common struct {
	mocks *testMocks
}

// ReplaceFunc replaces function by replacement, which has the same type, until the test or benchmark ends. To replace a method,
// pass the method expression, such as (*Cache).Fill; the receiver is then the first parameter of replacement.
//
// The test's goroutine sees the replacement, and so do its subtests and all goroutines that these have started or will start.
// Other tests do not see it. If replacement calls function, it calls what was there before: the function itself or an earlier
// replacement.
func (c *common) ReplaceFunc(function, replacement interface{}) {
	c.Helper()
	m, problem := newMock(function, replacement)
	if problem != "" {
		c.Fatalf("ReplaceFunc: %s", problem)
	}
	if c.mocks == nil { // a T, B or F that package testing did not start
		c.enterMocks()
	}
	c.mocks.change(1, func(list []*mock) []*mock { return append(list, m) })
	c.Cleanup(func() {
		c.mocks.change(-1, func(list []*mock) []*mock {
			for i := range list {
				if list[i] == m {
					return append(list[:i], list[i+1:]...)
				}
			}
			return list
		})
	})
}

// enterMocks makes the running goroutine belong to the test.
func (c *common) enterMocks() {
	if c.mocks == nil {
		c.mocks = &testMocks{parent: (*testMocks)(runtime.RoutinexTest())}
	}
	runtime.RoutinexSetTest(unsafe.Pointer(c.mocks))
}

//routinex:before
func tRunner(t *T, fn func(t *T)) {
	t.enterMocks()
}

//routinex:before
func fRunner(f *F, fn func(*F)) {
	f.enterMocks()
}

//routinex:before
func (b *B) runN(n int) {
	b.enterMocks()
}

// change replaces the test's list by what the function change makes of a copy of it. count is how much longer the list gets.
func (t *testMocks) change(count int, change func([]*mock) []*mock) {
	mocks.Lock()
	defer mocks.Unlock()
	old, _ := t.list.Load().([]*mock)
	t.list.Store(change(append([]*mock(nil), old...)))
	mocks.count += count
	if mocks.count == 0 {
		runtime.RoutinexSetMocks(nil)
	} else {
		runtime.RoutinexSetMocks(findMocks)
	}
}

// findMocks returns the replacements of a function in the running goroutine, the newest first. There are several if, for
// instance, a generic function is replaced for several types.
func findMocks(name string) []interface{} {
	var result []interface{}
	var callers []string
	for test := (*testMocks)(runtime.RoutinexTest()); test != nil; test = test.parent {
		list, _ := test.list.Load().([]*mock)
		for i := len(list) - 1; i >= 0; i-- {
			m := list[i]
			if m.name != name {
				continue
			}
			if callers == nil {
				callers = callerNames()
			}
			if !m.isRunning(callers) {
				result = append(result, m.replacement)
			}
		}
	}
	return result
}

// isRunning reports whether the replacement is among the callers. It may be an indirect caller: other patches of the function
// may add frames between the two.
func (m *mock) isRunning(callers []string) bool {
	for _, name := range callers {
		if name == m.replacementName {
			return true
		}
	}
	return false
}

// callerNames returns the names of the functions on the running goroutine's stack.
func callerNames() []string {
	pcs := make([]uintptr, 64)
	n := runtime.Callers(4, pcs) // skips callerNames, findMocks and the function that is called
	for n == len(pcs) {
		pcs = make([]uintptr, 2*len(pcs))
		n = runtime.Callers(4, pcs)
	}
	names := make([]string, 0, n+1)
	frames := runtime.CallersFrames(pcs[:n])
	for {
		frame, more := frames.Next()
		names = append(names, functionName(frame.Function))
		if !more {
			return names
		}
	}
}

// functionName returns the name of a function as it is in the source. Package runtime escapes the last element of the import
// path, writes [...] for type arguments, and adds -fm to the name of a method value.
func functionName(name string) string {
	name = strings.TrimSuffix(strings.Replace(name, "[...]", "", -1), "-fm")
	if !strings.Contains(name, "%") {
		return name
	}
	var result []byte
	for i := 0; i < len(name); i++ {
		if name[i] == '%' && i+2 < len(name) {
			const digits = "0123456789abcdef"
			result = append(result, byte(strings.IndexByte(digits, name[i+1])<<4|strings.IndexByte(digits, name[i+2])))
			i += 2
			continue
		}
		result = append(result, name[i])
	}
	return string(result)
}

func newMock(function, replacement interface{}) (m *mock, problem string) {
	f, r := reflect.ValueOf(function), reflect.ValueOf(replacement)
	if f.Kind() != reflect.Func || f.IsNil() {
		return nil, "the first argument is not a function"
	}
	rawName := runtime.FuncForPC(f.Pointer()).Name()
	name := functionName(rawName)
	what := "nil"
	if r.IsValid() && (r.Kind() != reflect.Func || !r.IsNil()) {
		what = r.Type().String()
	}
	if what == "nil" || !r.Type().ConvertibleTo(f.Type()) {
		return nil, name + " is " + f.Type().String() + ", but the replacement is " + what
	}
	if problem := mockProblem(f.Pointer(), rawName); problem != "" {
		return nil, name + " cannot be replaced: " + problem
	}
	return &mock{
		name:            name,
		replacementName: functionName(runtime.FuncForPC(r.Pointer()).Name()),
		replacement:     r.Convert(f.Type()).Interface(),
	}, ""
}

// mockProblem returns why the function that starts at pc cannot be replaced, or an empty string if it can.
func mockProblem(pc uintptr, name string) string {
	if strings.Contains(name, "[...]") {
		// This function is for certain type arguments. It calls another one, which has the body.
		for _, other := range runtime.RoutinexFunctions(functionName(name)) {
			if isPatchedForMocks(other) {
				return ""
			}
		}
	} else if isPatchedForMocks(pc) {
		return ""
	}
	file, _ := runtime.FuncForPC(pc).FileLine(pc)
	switch {
	case strings.HasSuffix(name, "-fm"):
		return "it is bound to a value; name the method, as in (*Cache).Fill, and check the receiver in the replacement"
	case file == "<autogenerated>":
		return "the compiler made it to call a method of an embedded type, of a value or of an interface; name that method"
	case strings.HasSuffix(file, "_test.go"):
		return "it is declared in a test, or is a function literal (with Go 1.19, a generic function counts as one)"
	}
	return "it is not one of the main module's functions with a body in Go, or has //go:nosplit or //mock:off; replace one that calls it"
}

// isPatchedForMocks reports whether the function that starts at entry contains code of this set.
func isPatchedForMocks(entry uintptr) bool {
	name := runtime.FuncForPC(entry).Name()
	for pc := entry; ; pc++ {
		f := runtime.FuncForPC(pc)
		if f == nil || f.Entry() != entry {
			return false
		}
		file, _ := f.FileLine(pc)
		if f.Name() == name && strings.HasPrefix(file, "routinex/") && strings.HasSuffix(file, "/_any/functions.go") {
			return true
		}
	}
}
