// Command files opens files.
package main

import (
	"fmt"
	"os"
)

func main() {
	file, err := os.CreateTemp("", "")
	if err != nil {
		panic(err)
	}
	defer os.Remove(file.Name())
	_, err = os.ReadFile(file.Name())
	fmt.Println(err)
	_, err = os.ReadFile("no/../../../file")
	fmt.Println(err)
}
