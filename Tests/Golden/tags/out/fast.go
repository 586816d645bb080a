//line /in/fast.go:1:1
//go:build fast

package p

func run() {
//line /patch/example.com/p/patch.go:6:12
{ println() }

//line /in/fast.go:5:13
}
