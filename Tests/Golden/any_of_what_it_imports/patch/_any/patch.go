//routinex:packages net/...

package anything

import (
	"context"
	"net/http"
	"os"
	"strings"
)

// Package net/http has the use, and cannot import itself.
//
//routinex:calls strings.ToLower
func lower(s string, r *http.Request) string { return strings.ToLower(s) }

//routinex:literal net/http.Client
func client(c *http.Client) *http.Client { return c }

//routinex:calls os.Getenv
func getenv(name string, ctx context.Context) string { return os.Getenv(name) }
