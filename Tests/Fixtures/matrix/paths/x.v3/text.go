// Package x has an import path that ends in x.v3.
package x

// Text is "plain" in a plain build.
func Text() string { return "plain" }
