// Package dep is a dependency of the app. Which of the set's patches apply to it depends on its version.
package dep

// Text is "plain" in a plain build.
func Text() string { return "plain" }

// Old is "plain" in a plain build.
func Old() string { return "plain" }
