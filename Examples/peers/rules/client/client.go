// Package client has functions of package http with an additional context.
package client

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// Get is http.Get with a context.
func Get(ctx context.Context, url string) (*http.Response, error) {
	return send(ctx, "GET", url, "", nil)
}

// Head is http.Head with a context.
func Head(ctx context.Context, url string) (*http.Response, error) {
	return send(ctx, "HEAD", url, "", nil)
}

// Post is http.Post with a context.
func Post(ctx context.Context, url, contentType string, body io.Reader) (*http.Response, error) {
	return send(ctx, "POST", url, contentType, body)
}

// PostForm is http.PostForm with a context.
func PostForm(ctx context.Context, url string, data url.Values) (*http.Response, error) {
	return send(ctx, "POST", url, "application/x-www-form-urlencoded", strings.NewReader(data.Encode()))
}

func send(ctx context.Context, method, url, contentType string, body io.Reader) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, method, url, body)
	if err != nil {
		return nil, err
	}
	if contentType != "" {
		request.Header.Set("Content-Type", contentType)
	}
	return http.DefaultClient.Do(request)
}
