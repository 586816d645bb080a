//line /in/p.go:1:1
package p; import testing "testing"/*line :1:10*/

func F[E any](x E) {
//line /patch/example.com/p/patch.go:6:20
{
	var t *testing.T
	_ = t
	var y E/*line :9:9*/ = x
	_ = y
}

//line /in/p.go:3:21
}
