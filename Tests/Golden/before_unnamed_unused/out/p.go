//line /in/p.go:1:1
package p

type T struct{}

var served int

func (T *T) Serve(string, int) {
//line /patch/example.com/p/patch.go:4:34
{
	served++
}

//line /in/p.go:7:33
}
