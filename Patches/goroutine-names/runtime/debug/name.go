package debug

import (
	"strconv"
	"strings"
)

// SetGoroutineName gives the calling goroutine a name, which appears in the headers of its stack traces, or takes it
// away if the name is empty.
func SetGoroutineName(name string) {
	if name == "" {
		setGoroutineName(nil)
		return
	}
	quoted := strings.ReplaceAll(strconv.Quote(name), "]", `\x5d`)
	setGoroutineName(&quoted)
}

// Implemented in package runtime.
func setGoroutineName(name *string)
