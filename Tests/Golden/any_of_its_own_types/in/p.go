package http

import "strings"

type Request struct{ URL string }

type ResponseWriter interface{ Write([]byte) }

type Handler interface{ ServeHTTP(ResponseWriter, *Request) }

const StatusOK = 200

type mux struct{}

func (m *mux) ServeHTTP(w ResponseWriter, r *Request) { w.Write(nil) }

func Both(a, b *Request, w ResponseWriter) (ResponseWriter, error) { return w, nil }

func other(s string) string { return strings.ToUpper(s) }
