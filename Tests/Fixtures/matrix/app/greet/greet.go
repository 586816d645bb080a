// Package greet is what the patch set beside the app patches.
package greet

// Greeting is "plain", or "patched" in a build with the patch set.
func Greeting() string { return "plain" }

// Title is patched nowhere: its first letter becomes a capital one.
func Title(s string) string {
	if s == "" {
		return s
	}
	b := []byte(s)
	if b[0] >= 'a' && b[0] <= 'z' {
		b[0] -= 0x20
	}
	return string(b)
}
