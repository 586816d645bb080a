// orchestrion: contrib/sirupsen/logrus, DDContextLogHook and New

package logrus

import "example.com/rules/trace"

// SpanHook adds the goroutine's span to each entry.
type SpanHook struct{}

// Levels returns all levels.
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
