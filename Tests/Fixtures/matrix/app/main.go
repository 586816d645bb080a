// App says of two patch sets whether it was built with them: "greeting patched, locals native" or "greeting plain, locals
// plain". It exits with 1 if goroutine-local values do not do what they should.
package main

import (
	"fmt"
	"os"

	"example.com/app/greet"
	"github.com/timandy/routine"
)

var (
	own       = routine.NewThreadLocal[string]()
	inherited = routine.NewInheritableThreadLocal[string]()
)

func main() {
	fmt.Printf("greeting %s, locals %s\n", greet.Greeting(), mode())
	own.Set("parent")
	inherited.Set("parent")
	found := make(chan [2]string)
	routine.Go(func() { found <- [2]string{own.Get(), inherited.Get()} })
	if values := <-found; values != [2]string{"", "parent"} || own.Get() != "parent" {
		fmt.Fprintln(os.Stderr, "app: a goroutine's values are", values)
		os.Exit(1)
	}
}

func mode() string {
	if routine.Native {
		return "native"
	}
	return "plain"
}
