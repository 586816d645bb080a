// orchestrion: ddtrace/tracer, //dd:span
//
//routinex:packages work

package anything

import (
	"context"

	"example.com/rules/trace"
	"routinex/target"
)

//routinex:each //app:span
//routinex:before
func _() {
	defer trace.Start(trace.NameOf(target.Name, target.Comment("//app:span"))).End()
}

//routinex:each //app:span
//routinex:before
func _(ctx context.Context) {
	ctx = trace.With(ctx)
}

//routinex:each //app:span
//routinex:before
func _() (err error) {
	defer func() { trace.Current().Err = err }()
}
