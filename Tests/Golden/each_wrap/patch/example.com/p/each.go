package p

import (
	"context"

	t "routinex/target"
)

//routinex:each //app:span
//routinex:wrap
func _(ctx context.Context) (err error) {
	key := t.Name
	ctx = context.WithValue(ctx, key, t.Comment("//app:span"))
	if ctx == nil {
		return
	}
	original()
	if err != nil {
		println(key, err.Error())
	}
}

//routinex:each //app:span
//routinex:after
func _() (err error) {
	println(err)
}
