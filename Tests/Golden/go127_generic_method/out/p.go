//line /in/p.go:1:1
package p

type T struct{ n int }

func (t T) F[P any](p P) P {
//line /patch/example.com/p/patch.go:4:28
{ println(t/*line :4:39*/.n); var zero P/*line :4:54*/; _ = zero }

//line /in/p.go:5:29
 return p }

func (t *T) G() (r /*line :7:17*/int)/*line :7:20*/ {
//line /patch/example.com/p/patch.go:7:25
defer func() /*line :7:25*/{ r = t/*line :7:32*/.F(r) + t/*line :7:41*/.added[int](1) }()

//line /in/p.go:7:22
 return t.F[int](t.n) }
