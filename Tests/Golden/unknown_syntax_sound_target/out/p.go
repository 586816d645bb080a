//line /in/p.go:1:1
package p

type T struct{}

func F() {
//line /patch/example.com/p/patch.go:4:10
{ println() }

//line /in/p.go:5:11
}

func (x T) M(p int?) int { return p }

func (x T) N() {
//line /patch/example.com/p/patch.go:7:16
{ println() }

//line /in/p.go:9:17
}
