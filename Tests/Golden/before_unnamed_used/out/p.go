//line /in/p.go:1:1
package p

type T int

func (t /*line :5:7*/T) Serve(w/*line :5:17*/ string, n/*line :5:27*/ int) (err /*line :5:33*/error)/*line :5:38*/ {
//line /patch/example.com/p/patch.go:4:47
{
	println(w, n)
	println(t, err)
}

//line /in/p.go:5:40
 return nil }
