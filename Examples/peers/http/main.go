// Command http sends requests, some of them after a context is canceled.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
)

func main() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, r.Method)
	}))
	defer server.Close()
	report(http.Get(server.URL))

	ctx, cancel := context.WithCancel(context.Background())
	get(ctx, server.URL)
	cancel()
	get(ctx, server.URL)
	handle(httptest.NewRequest("GET", "/", nil).WithContext(ctx), server.URL)
}

func get(ctx context.Context, address string) {
	report(http.Get(address))
	report(http.PostForm(address, url.Values{"item": {"tea"}}))
}

func handle(r *http.Request, address string) {
	report(http.Head(address))
	ctx := context.WithValue(r.Context(), key{}, 1)
	report(http.Post(address, "text/plain", strings.NewReader(fmt.Sprint(ctx.Err()))))
}

type key struct{}

func report(response *http.Response, err error) {
	if err != nil {
		fmt.Println(errors.Is(err, context.Canceled))
		return
	}
	response.Body.Close()
	fmt.Println(response.Request.Method, response.Status)
}
