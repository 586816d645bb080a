package http

import "strings"

type Request struct{}

type Client struct{}

func (r *Request) Clone() *Request { return r }

var c = Client{}

func F(r *Request) string { return strings.ToLower("A") }

func G() string {
	type Request struct{}
	return func(r *Request) string { return strings.ToLower("A") }(nil)
}
