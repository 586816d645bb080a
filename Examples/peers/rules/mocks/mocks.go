// Package mocks represents a library that replaces functions.
package mocks

// Of returns the replacement of a function, or nil if it is not replaced.
func Of(function string) interface{} { return functions[function] }

var functions = map[string]interface{}{
	"example.com/peers/calls/shop.Tax": func(price int) int { return 0 },
}
