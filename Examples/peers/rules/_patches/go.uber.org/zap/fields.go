// orchestrion: contrib/go.uber.org/zap, Logger.* and SugaredLogger.*

package zap

import "example.com/rules/trace"

//routinex:each Debug Info Warn Error DPanic Panic Fatal Log
//routinex:before
func (log *Logger) _(fields ...Field) {
	fields = append(fields[:len(fields):len(fields)], Stringer("span", trace.Current()))
}

// All logging methods of a SugaredLogger call one of these.
//
//routinex:each log logln
//routinex:before
func (s *SugaredLogger) _(words, context []any) {
	context = append(context[:len(context):len(context)], Stringer("span", trace.Current()))
}
