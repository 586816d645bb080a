// Host loads the plugin that it is given, and prints what the app prints if the plugin agrees.
package main

import (
	"fmt"
	"os"
	"plugin"

	"example.com/app/greet"
	"example.com/linking/shared"
	"github.com/timandy/routine"
)

func main() {
	shared.Own.Set("host")
	loaded, err := plugin.Open(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "host:", err)
		os.Exit(1)
	}
	answer, err := loaded.Lookup("Answer")
	if err != nil {
		fmt.Fprintln(os.Stderr, "host:", err)
		os.Exit(1)
	}
	greeting, own := answer.(func() (string, string))()
	if greeting != greet.Greeting() || own != "host" {
		fmt.Fprintf(os.Stderr, "host: the plugin's greeting is %s and it sees %q\n", greeting, own)
		os.Exit(1)
	}
	mode := "plain"
	if routine.Native {
		mode = "native"
	}
	fmt.Printf("greeting %s, locals %s\n", greeting, mode)
}
