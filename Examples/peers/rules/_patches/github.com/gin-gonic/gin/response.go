// orchestrion: contrib/gin-gonic/gin, Response.Body

package gin

import "example.com/rules/guard"

//routinex:each JSON *JSON JSONP XML YAML TOML ProtoBuf !Bind* !ShouldBind*
//routinex:before
func (c *Context) _(obj any) {
	if guard.Refuses(obj) {
		c.AbortWithStatus(403)
		return
	}
}
