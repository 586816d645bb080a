//line /in/p.go:1:1
package p

type A struct{}

func (a *A) Close() error { return nil }

type B struct{ closed bool }

func (b *B) Close() error {
//line /patch/example.com/p/patch.go:4:27
{
	b.closed = true
}

//line /in/p.go:9:28
 return nil }

func Close() {}
