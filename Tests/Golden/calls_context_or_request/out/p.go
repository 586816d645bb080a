//line /in/p.go:1:1
package p

import (
	"context"
	"net/http"
)

func context_(ctx context.Context) { getWith/*line :8:46*/("1", ctx/*line :8:50*/) }

func request(r *http.Request) { getFor/*line :10:41*/("2", r/*line :10:45*/) }

func both(r *http.Request) {
	getFor/*line :13:10*/("3", r/*line :13:14*/)
	ctx := r.Context()
	getWith/*line :15:10*/(ctx.Err().Error(), ctx/*line :15:28*/)
}

func neither() { http.Get("5") }

func onlyContext(r *http.Request, ctx context.Context) { headWith/*line :20:67*/("6", ctx/*line :20:71*/) }
