//line /in/a.go:1:1
package p

func init() {
//line /patch/example.com/p/patch.go:4:13
{ println() }

//line /in/a.go:3:14
}
