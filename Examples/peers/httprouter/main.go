// Command httprouter answers two requests.
package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"

	"github.com/julienschmidt/httprouter"
)

func main() {
	router := httprouter.New()
	router.GET("/items/:name", func(w http.ResponseWriter, r *http.Request, params httprouter.Params) {
		fmt.Fprint(w, params.ByName("name"))
	})
	for _, path := range []string{"/items/tea", "/"} {
		answer := httptest.NewRecorder()
		router.ServeHTTP(answer, httptest.NewRequest("GET", path, nil))
		fmt.Println(answer.Code)
	}
}
