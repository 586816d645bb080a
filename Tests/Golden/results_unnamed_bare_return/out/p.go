//line /in/p.go:1:1
package p

var calls int

func F() (err /*line :5:10*/error)/*line :5:15*/ {
//line /patch/example.com/p/patch.go:4:22
{
	if calls > 0 {
		return
	}
}

//line /in/p.go:5:17
 return nil }
