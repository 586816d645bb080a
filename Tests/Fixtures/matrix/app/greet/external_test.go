package greet_test

import (
	"fmt"
	"os"
	"testing"

	"example.com/app/greet"
)

func TestMain(m *testing.M) {
	fmt.Println("greeting", greet.Greeting())
	os.Exit(m.Run())
}

func ExampleGreeting() {
	fmt.Println(greet.Greeting())
	// Output: patched
}
