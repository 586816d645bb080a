// Package locals keeps values for the running goroutine and those that it starts.
package locals

import "unsafe"

type values map[string]any

// Set sets a value. Other goroutines keep what they have.
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

// The patch of package runtime defines these functions.

//go:linkname getLocals runtime.currentLocals
func getLocals() unsafe.Pointer

//go:linkname setLocals runtime.setCurrentLocals
func setLocals(locals unsafe.Pointer)
