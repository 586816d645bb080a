package runtime

import "unsafe"

// RoutinexMocks returns the replacements of a function for the running goroutine. Those of a generic function may be of
// several types. It is nil while no function is replaced in the program.
//
// It is an exported variable, so while it is nil, a call of a patched function costs only a load and a branch.
var RoutinexMocks func(name string) []interface{}

// RoutinexSetMocks sets RoutinexMocks. It is in package runtime because the race detector does not check that package. The
// race is harmless: the variable is one pointer, and a goroutine sees the old or the new value.
func RoutinexSetMocks(mocks func(name string) []interface{}) {
	RoutinexMocks = mocks
}

// The field is at the end of g, so the offsets that assembly uses stay the same.
//
//routinex:extend
type g struct {
	routinexTest unsafe.Pointer
}

// RoutinexTest returns package testing's record of the test that the running goroutine belongs to, or nil.
func RoutinexTest() unsafe.Pointer {
	return getg().routinexTest
}

// RoutinexSetTest makes the running goroutine, and those that it starts from now on, belong to a test.
func RoutinexSetTest(test unsafe.Pointer) {
	getg().routinexTest = test
}

// A goroutine belongs to the same test as the goroutine that starts it. A reused g gets its new value here, so nothing
// needs to clear the old one when a goroutine ends.
//
//routinex:edit
//routinex:by-name
func newproc1(callergp *g) {
	//routinex:after newg.startpc = fn.fn
	newg.routinexTest = callergp.routinexTest
}

// RoutinexFunctions returns the entry points of all instances of the generic function with the given name.
func RoutinexFunctions(name string) []uintptr {
	var result []uintptr
	for _, module := range activeModules() {
		for _, entry := range module.ftab[:len(module.ftab)-1] {
			f := funcInfo{(*_func)(unsafe.Pointer(&module.pclntable[entry.funcoff])), module}
			if isNamed(funcname(f), name) {
				result = append(result, f.entry())
			}
		}
	}
	return result
}

// isNamed reports whether function is the given name plus a list of type arguments in brackets.
func isNamed(function, name string) bool {
	first, last := -1, -1
	for i := 0; i < len(function); i++ {
		switch function[i] {
		case '[':
			if first < 0 {
				first = i
			}
		case ']':
			last = i
		}
	}
	return first >= 0 && last > first && function[:first]+function[last+1:] == name
}
