// Command echo answers two requests.
package main

import (
	"fmt"
	"net/http/httptest"

	"github.com/labstack/echo/v4"
)

func main() {
	e := echo.New()
	e.GET("/items/:name", func(c echo.Context) error {
		if c.Param("name") == "milk" {
			return echo.NewHTTPError(404, "no milk")
		}
		return c.String(200, c.Param("name"))
	})
	for _, name := range []string{"tea", "milk"} {
		answer := httptest.NewRecorder()
		e.ServeHTTP(answer, httptest.NewRequest("GET", "/items/"+name, nil))
		fmt.Println(answer.Code)
	}
}
