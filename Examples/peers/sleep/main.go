// Command sleep waits.
package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	time.Sleep(time.Second)
	fmt.Println(time.Since(start) >= time.Second)
}
