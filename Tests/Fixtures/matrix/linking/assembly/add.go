// Package assembly adds two numbers in assembly.
package assembly

// pair is what the assembly knows the size of, by the header that the compiler writes.
type pair struct{ a, b uintptr }

func add(a, b uintptr) uintptr

func sizeOfPair() uintptr

// Add is a + b, and 100 more in a build with the patch set.
func Add(a, b int) int {
	p := pair{a: uintptr(a), b: uintptr(b)}
	return int(add(p.a, p.b))
}

// Words is how many words a pair has: 2, or 3 in a build with the patch set.
func Words() int {
	const word = 4 << (^uintptr(0) >> 63)
	return int(sizeOfPair() / word)
}
