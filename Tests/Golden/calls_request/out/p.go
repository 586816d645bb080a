//line /in/p.go:1:1
package p

import (
	"context"
	"net/http"
	web "net/http"
	. "net/url"
)

func Handle(w http.ResponseWriter, r *http.Request) { parse/*line :10:60*/("a", r/*line :10:64*/) }

func Renamed(w web.ResponseWriter, r *web.Request) {
	parse/*line :13:7*/("a", r/*line :13:11*/)
	r2 := r.WithContext(context.Background())
	parse/*line :15:7*/("a", r2/*line :15:11*/)
	copy := r2.Clone(r2.Context())
	parse/*line :17:7*/("a", copy/*line :17:11*/)
	_ = copy
	func() {
		request, err := http.NewRequest("GET", "", nil)
		parse/*line :21:8*/("a", copy/*line :21:12*/)
		_, _ = request, err
	}()
	parameters := []string{"a"}
	parse/*line :25:7*/(parameters[0], copy/*line :25:21*/)
}

func ByValue(r http.Request) { Parse("a") }

func ByName(r http.Request, requests ...*http.Request) { Parse("a") }

func init() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { parse/*line :33:75*/("a", r/*line :33:79*/) })
}

var _ = Parse
/*line :35:1*/