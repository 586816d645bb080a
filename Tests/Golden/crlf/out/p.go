//line /in/p.go:1:1
package p; import os "os"/*line :1:10*/

type T struct {
	a int // first


//line /patch/example.com/p/patch.go:9:15
 x int 
//line /in/p.go:5:1
}

func F(b string) {
//line /patch/example.com/p/patch.go:6:18
{ println(os.Args, b/*line :6:38*/) }

//line /in/p.go:7:19
 // begins
	println(b)
}
