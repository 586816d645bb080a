// Package mocks stands for a library that puts functions in the place of others.
package mocks

// Of returns what is to be called in the place of a function; nil for the function itself.
func Of(function string) interface{} { return functions[function] }

var functions = map[string]interface{}{
	"example.com/peers/calls/shop.Tax": func(price int) int { return 0 },
}
