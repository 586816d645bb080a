package p

import (
	"context"
	"net/http"
	web "net/http"
	. "net/url"
)

func Handle(w http.ResponseWriter, r *http.Request) { Parse("a") }

func Renamed(w web.ResponseWriter, r *web.Request) {
	Parse("a")
	r2 := r.WithContext(context.Background())
	Parse("a")
	copy := r2.Clone(r2.Context())
	Parse("a")
	_ = copy
	func() {
		request, err := http.NewRequest("GET", "", nil)
		Parse("a")
		_, _ = request, err
	}()
	parameters := []string{"a"}
	Parse(parameters[0])
}

func ByValue(r http.Request) { Parse("a") }

func ByName(r http.Request, requests ...*http.Request) { Parse("a") }

func init() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { Parse("a") })
}
