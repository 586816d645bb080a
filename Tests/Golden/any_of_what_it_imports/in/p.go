package http

import (
	"context"
	"os"
	"strings"
)

type Request struct{}

type Client struct{}

var c = &Client{}

func F(r *Request) string { return strings.ToLower("A") }

func G(ctx context.Context) string { return os.Getenv("A") }
