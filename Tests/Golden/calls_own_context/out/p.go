//line /in/p.go:1:1
package http

import "strings"

type Request struct{}

type Client struct{}

func (r *Request) Clone() *Request { return r }

var c = client(/*line :11:9*/Client{})/*line :11:17*/

func F(r *Request) string { return lower/*line :13:51*/("A", r/*line :13:55*/) }

func G() string {
	type Request struct{}
	return func(r *Request) string { return strings.ToLower("A") }(nil)
}
