//go:build special

package tagged

// Kind is "common", or "special" with the build tag.
func Kind() string { return "special" }
