// orchestrion: instrumentation/errortrace, Error Tracking
//
//routinex:packages work

package anything

import (
	"example.com/rules/trace"
	"routinex/target"
)

//routinex:each *
//routinex:after
func _() (err error) {
	err = trace.Wrap(err, target.Name, target.File, target.Line)
}
