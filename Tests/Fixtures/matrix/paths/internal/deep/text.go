// Package deep has an import path that ends in deep.
package deep

// Text is "plain" in a plain build.
func Text() string { return "plain" }
