//line /in/p.go:1:1
// Package p greets.
package p

var greeted int

// Greet greets.
//
//go:noinline
func Greet(name string) string {
//line /patch/example.com/p/patch.go:6:32
{
	if name == "" {
		return "nobody"
	}
	greeted++
}

//line /in/p.go:9:33

	// The usual words.
	return "hello, " + name
}

func after() int { return greeted }
