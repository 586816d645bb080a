package p

type T struct{}

var served int

func (T *T) Serve(string, int) {}
