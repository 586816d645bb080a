// orchestrion: contrib/gin-gonic/gin, New

package gin

import "example.com/rules/trace"

// Default calls it too. By name, since newer versions take options.
//
//routinex:by-name
//routinex:after
func New() (engine *Engine) {
	engine.Use(func(c *Context) {
		defer trace.Start("gin ", c.Request.Method, " ", c.FullPath()).End()
		c.Next()
	})
}
