// Command json writes what JSON has no text for.
package main

import (
	"encoding/json"
	"fmt"
)

func main() {
	text, err := json.Marshal(map[string]any{"main": main, "one": 1})
	fmt.Println(string(text), err != nil)
}
