package p

import (
	"context"
	"net/http"
)

func context_(ctx context.Context) { http.Get("1") }

func request(r *http.Request) { http.Get("2") }

func both(r *http.Request) {
	http.Get("3")
	ctx := r.Context()
	http.Get(ctx.Err().Error())
}

func neither() { http.Get("5") }

func onlyContext(r *http.Request, ctx context.Context) { http.Head("6") }
