//line /in/p.go:1:1
package http

import (
	"context"
	_ /*line :5:2*/"os"
	"strings"
)

type Request struct{}

type Client struct{}

var c = &Client{}

func F(r *Request) string { return strings.ToLower("A") }

func G(ctx context.Context) string { return getenv/*line :17:54*/("A", ctx/*line :17:58*/) }
