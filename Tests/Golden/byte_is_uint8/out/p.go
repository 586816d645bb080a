//line /in/p.go:1:1
package p

func F(b []uint8, r int32, f func() int) {
//line /patch/example.com/p/patch.go:4:42
{ println() }

//line /in/p.go:3:43
}
