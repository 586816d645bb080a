// orchestrion: contrib/net/http, Get|Head|Post|PostForm
//
//routinex:packages work

package anything

import (
	"context"
	"io"
	"net/http"
	"net/url"

	"example.com/rules/client"
)

// The request gets the context of the calling function or, if that has none, the context of its *http.Request.

//routinex:calls net/http.Get
func getWith(url string, ctx context.Context) (*http.Response, error) { return client.Get(ctx, url) }

//routinex:calls net/http.Get
func getFor(url string, r *http.Request) (*http.Response, error) { return getWith(url, r.Context()) }

//routinex:calls net/http.Head
func headWith(url string, ctx context.Context) (*http.Response, error) { return client.Head(ctx, url) }

//routinex:calls net/http.Head
func headFor(url string, r *http.Request) (*http.Response, error) { return headWith(url, r.Context()) }

//routinex:calls net/http.Post
func postWith(url, kind string, body io.Reader, ctx context.Context) (*http.Response, error) {
	return client.Post(ctx, url, kind, body)
}

//routinex:calls net/http.Post
func postFor(url, kind string, body io.Reader, r *http.Request) (*http.Response, error) {
	return postWith(url, kind, body, r.Context())
}

//routinex:calls net/http.PostForm
func formWith(url string, data url.Values, ctx context.Context) (*http.Response, error) {
	return client.PostForm(ctx, url, data)
}

//routinex:calls net/http.PostForm
func formFor(url string, data url.Values, r *http.Request) (*http.Response, error) {
	return formWith(url, data, r.Context())
}
