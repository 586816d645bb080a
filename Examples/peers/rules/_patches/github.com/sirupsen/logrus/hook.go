// orchestrion: contrib/sirupsen/logrus, DDContextLogHook and New

package logrus

import "example.com/rules/trace"

// SpanHook gives each entry the goroutine's span.
type SpanHook struct{}

// Levels says that it is for all of them.
func (SpanHook) Levels() []Level { return AllLevels }

// Fire is called for each entry.
func (SpanHook) Fire(entry *Entry) error {
	entry.Data["span"] = trace.Current().String()
	return nil
}

//routinex:after
func New() (logger *Logger) {
	logger.AddHook(SpanHook{})
}
