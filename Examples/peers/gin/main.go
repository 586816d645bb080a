// Command gin answers two requests.
package main

import (
	"fmt"
	"net/http/httptest"

	"github.com/gin-gonic/gin"
)

func main() {
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.GET("/items/:name", func(c *gin.Context) {
		c.JSON(200, gin.H{"name": c.Param("name")})
	})
	for _, name := range []string{"tea", "secret"} {
		answer := httptest.NewRecorder()
		engine.ServeHTTP(answer, httptest.NewRequest("GET", "/items/"+name, nil))
		fmt.Println(answer.Code, answer.Body)
	}
}
