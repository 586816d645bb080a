// Package paths has an import path that ends in v2.
package paths

// Text is "plain" in a plain build.
func Text() string { return "plain" }
