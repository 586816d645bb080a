// Profiled writes a profile of itself at work to the file that it is given.
package main

import (
	"fmt"
	"os"
	"runtime/pprof"
	"time"

	"example.com/linking/hot"
)

func main() {
	if err := profile(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "profiled:", err)
		os.Exit(1)
	}
}

func profile(path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := pprof.StartCPUProfile(file); err != nil {
		return err
	}
	for start := time.Now(); time.Since(start) < time.Second/2; {
		hot.Work(100000)
	}
	pprof.StopCPUProfile()
	return file.Close()
}
