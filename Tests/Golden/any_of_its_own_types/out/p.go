//line /in/p.go:1:1
package http

import "strings"

type Request struct{ URL string }

type ResponseWriter interface{ Write([]byte) }

type Handler interface{ ServeHTTP(ResponseWriter, *Request) }

const StatusOK = 200

type mux struct{}

func (m *mux) ServeHTTP(w ResponseWriter, r *Request) {
//line /patch/_any/patch.go:14:48
{
	seen(r, /*line :15:15*/StatusOK)
	var _ /*line :16:12*/Handler
}

//line /in/p.go:15:56
 w.Write(nil) }

func Both(a, b *Request, w ResponseWriter) (ResponseWriter, error) {
//line /patch/_any/patch.go:14:48
{
	seen(a/*line :15:8*/, /*line :15:15*/StatusOK)
	var _ /*line :16:12*/Handler
}

//line /in/p.go:17:69
 return w, nil }

func other(s string) string { return strings.ToUpper(s) }
