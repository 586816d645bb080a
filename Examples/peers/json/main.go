// Command json marshals a function, which JSON cannot represent.
package main

import (
	"encoding/json"
	"fmt"
)

func main() {
	text, err := json.Marshal(map[string]any{"main": main, "one": 1})
	fmt.Println(string(text), err != nil)
}
