package debug

import (
	"strconv"
	"strings"
)

// SetGoroutineName names the calling goroutine. The name appears in the headers of the goroutine's stack traces. An empty
// name removes it.
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
