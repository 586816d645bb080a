package runtime

import "unsafe"

// RoutinexMocks returns the functions that take the place of a function, of any of these types, for the running goroutine.
// It is nil while no function is replaced in the program.
//
// It is exported so that a call which finds it nil is a load and a branch where it is made.
var RoutinexMocks func(name string) []interface{}

// RoutinexSetMocks sets RoutinexMocks. Package runtime is where the race detector does not look: the variable is a pointer,
// which a goroutine sees in the state before or after.
func RoutinexSetMocks(mocks func(name string) []interface{}) {
	RoutinexMocks = mocks
}

// At the end of g, so that no offset known to assembly moves.
//
//routinex:extend
type g struct {
	routinexTest unsafe.Pointer
}

// RoutinexTest returns what package testing knows of the test that the running goroutine is part of.
func RoutinexTest() unsafe.Pointer {
	return getg().routinexTest
}

// RoutinexSetTest makes the running goroutine part of a test, with those that it starts from now on.
func RoutinexSetTest(test unsafe.Pointer) {
	getg().routinexTest = test
}

// A goroutine is part of the test that starts it. A g that is used again gets another value here, so that it need not
// lose the last one.
//
//routinex:edit
//routinex:by-name
func newproc1(callergp *g) {
	//routinex:after newg.startpc = fn.fn
	newg.routinexTest = callergp.routinexTest
}

// RoutinexFunctions returns where the functions start that have a name, of a generic one all for whatever types.
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

// isNamed reports whether a function's name is the given one, but for a list of type arguments in brackets.
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
