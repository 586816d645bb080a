//line /in/p.go:1:1
package p

import "net/http"

func F(url string, r *http.Request) (*http.Response, error) { return headFor/*line :5:79*/(url, r/*line :5:83*/) }
