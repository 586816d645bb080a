// Faketime reports what it sees of the time, a line for each way of looking, next to what the kernel says.
package main

import (
	"context"
	"fmt"
	"syscall"
	"time"
)

// Read before anything of this package runs.
var early = time.Now()

// kernel is the real clock: package time is not asked.
func kernel() time.Time {
	var tv syscall.Timeval
	if err := syscall.Gettimeofday(&tv); err != nil {
		panic(err)
	}
	return time.Unix(tv.Unix())
}

// sign turns a duration that depends on the machine's load into one of four words.
func sign(d time.Duration) string {
	switch {
	case d < 0:
		return "negative"
	case d == 0:
		return "0"
	case d < 20*time.Millisecond:
		return "short"
	default:
		return "20ms or more"
	}
}

func main() {
	// Only a frozen clock makes the first certain; rounding does so for the others.
	now := time.Now()
	fmt.Println("now:", now.UTC().Format(time.RFC3339Nano))
	fmt.Println("ahead by:", now.Sub(kernel()).Round(time.Minute))
	fmt.Println("early to now:", now.Sub(early).Round(time.Minute))

	realStart, start := kernel(), time.Now()
	time.Sleep(30 * time.Millisecond)
	fmt.Println("Sleep took:", sign(kernel().Sub(realStart)))
	fmt.Println("Since, across it:", sign(time.Since(start)))
	fmt.Println("Since, without the monotonic reading:", sign(time.Since(start.Round(0))))
	fmt.Println("Sub, across it:", sign(time.Now().Sub(start)))
	fmt.Println("Until, an hour from now:", time.Until(time.Now().Add(time.Hour)).Round(time.Minute))

	realStart, start = kernel(), time.Now()
	ticked := <-time.After(30 * time.Millisecond)
	fmt.Println("After took:", sign(kernel().Sub(realStart)))
	fmt.Println("it says:", sign(ticked.Sub(start)))
	ticker := time.NewTicker(time.Millisecond)
	time.Sleep(30 * time.Millisecond) // from Go 1.23 the channel is looked at only when someone receives
	fmt.Println("a tick is not before the ticker:", !(<-ticker.C).Before(start))

	realStart = kernel()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	<-ctx.Done()
	fmt.Println("WithTimeout took:", sign(kernel().Sub(realStart)))
}
