// orchestrion: contrib/sirupsen/logrus, *logrus.Logger and logrus.Logger
//
//routinex:packages work

package anything

import "github.com/sirupsen/logrus"

//routinex:literal github.com/sirupsen/logrus.Logger
func withSpanHook(logger *logrus.Logger) *logrus.Logger {
	if logger.Hooks == nil {
		logger.Hooks = make(logrus.LevelHooks)
	}
	logger.AddHook(logrus.SpanHook{})
	return logger
}
