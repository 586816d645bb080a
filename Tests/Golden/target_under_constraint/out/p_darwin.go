//line /in/p_darwin.go:1:1
//go:build !ios

package p

func poll() {
//line /patch/example.com/p/patch.go:4:13
{ println() }

//line /in/p_darwin.go:5:14
}
