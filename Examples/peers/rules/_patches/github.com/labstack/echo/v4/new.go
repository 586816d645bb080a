// loongsuite: tool/data/rules/echo.json
//
//routinex:module >=v4.0.0

package echo

import "example.com/rules/trace"

//routinex:after
func New() (e *Echo) {
	e.Use(func(next HandlerFunc) HandlerFunc {
		return func(c Context) error {
			span := trace.Start("echo ", c.Request().Method, " ", c.Path())
			defer span.End()
			span.Err = next(c)
			return span.Err
		}
	})
}
