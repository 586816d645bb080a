//line /patch/example.com/p/patch.go:1:1
package p

import (
	"context"
	"net/http"
)

//routinex:calls net/http.Get
func getWith(url string, ctx context.Context) (*http.Response, error) { return http.Get(url) }

// For calls without a context.
//
//routinex:calls net/http.Get
func getFor(url string, r *http.Request) (*http.Response, error) { return getWith(url, r.Context()) }

//routinex:calls net/http.Head
func headWith(url string, ctx context.Context) (*http.Response, error) { return http.Head(url) }

                                               
  
                              
                                                                                           
