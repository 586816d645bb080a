// Package locals keeps values for the running goroutine and those that it starts.
package locals

import "unsafe"

type values map[string]any

// Set keeps a value. Other goroutines go on with what they had.
func Set(name string, value any) {
	changed := values{name: value}
	for other, old := range all() {
		if other != name {
			changed[other] = old
		}
	}
	setLocals(unsafe.Pointer(&changed))
}

// Get returns a value, or nil.
func Get(name string) any { return all()[name] }

func all() values {
	if pointer := (*values)(getLocals()); pointer != nil {
		return *pointer
	}
	return nil
}

// The patches of package runtime have these two.

//go:linkname getLocals runtime.currentLocals
func getLocals() unsafe.Pointer

//go:linkname setLocals runtime.setCurrentLocals
func setLocals(locals unsafe.Pointer)
