package http

import "strings"

//routinex:calls strings.ToLower
//routinex:optional
func lower(s string, r *Request) string { return strings.ToLower(s) }

//routinex:literal net/http.Client
//routinex:optional
func client(c Client) Client { return c }
