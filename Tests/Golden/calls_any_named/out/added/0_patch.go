//line /patch/_any/patch.go:1:1
//routinex:packages example.com/p

package p

import (
	"io"
	"net/http"
)

//routinex:calls net/http.Head
func headFor(url string, r *http.Request) (*http.Response, error) { return getFor(url, r) }

// The package does not call Get. But what is above needs this one, and this one the next.
//
//routinex:calls net/http.Get
func getFor(url string, r *http.Request) (*http.Response, error) {
	return postFor(url, "", r.Body, r)
}

//routinex:calls net/http.Post
func postFor(url, kind string, body io.Reader, r *http.Request) (*http.Response, error) {
	return http.Post(url, kind, body)
}

                    
  
                                  
                                                                                             
                             
 
