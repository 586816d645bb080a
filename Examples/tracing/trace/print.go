package trace

import (
	"fmt"
	"os"
	"strings"
	"time"
)

// print prints the tree on standard error: each span's start, relative to the first span, its duration, and what it was.
func (t *tree) print() {
	var text strings.Builder
	fmt.Fprintf(&text, "trace %s", t.id)
	if t.caller != "" {
		fmt.Fprintf(&text, ", asked for by span %s", t.caller)
	}
	text.WriteByte('\n')
	t.first.print(&text, t.first.start, "", "")
	os.Stderr.WriteString(text.String())
}

// print prints the span and its children. The span's line begins with indent, the lines of its children with below.
func (s *Span) print(text *strings.Builder, zero time.Time, indent, below string) {
	took := "running"
	if s.ended {
		took = milliseconds(s.duration)
	}
	fmt.Fprintf(text, "%11s%11s  %s%s %s", milliseconds(s.start.Sub(zero)), took, indent, s.kind, s.name)
	if s.note != "" {
		fmt.Fprintf(text, ": %s", s.note)
	}
	text.WriteByte('\n')
	for i, child := range s.children {
		if i < len(s.children)-1 {
			child.print(text, zero, below+"├─ ", below+"│  ")
		} else {
			child.print(text, zero, below+"└─ ", below+"   ")
		}
	}
}

func milliseconds(d time.Duration) string { return fmt.Sprintf("%.1f ms", d.Seconds()*1000) }

// Flush prints the trees that still have open spans at the program's end. It first waits a moment, because a goroutine ends a
// little later than the goroutine that waits for it continues.
func Flush() {
	for patience := 0; patience < 100 && isRunning(); patience++ {
		time.Sleep(time.Millisecond)
	}
	mutex.Lock()
	defer mutex.Unlock()
	printed := map[*tree]bool{}
	for _, span := range open {
		if !printed[span.tree] {
			printed[span.tree] = true
			span.tree.print()
		}
	}
}

func isRunning() bool {
	mutex.Lock()
	defer mutex.Unlock()
	return len(open) > 0
}
