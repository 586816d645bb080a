// orchestrion: contrib/gin-gonic/gin, New

package gin

import "example.com/rules/trace"

// Default calls New too. Parameters bind by name, since New takes options in newer versions.
//
//routinex:by-name
//routinex:after
func New() (engine *Engine) {
	engine.Use(func(c *Context) {
		defer trace.Start("gin ", c.Request.Method, " ", c.FullPath()).End()
		c.Next()
	})
}
