package p

type R struct{ r *http.Request }
