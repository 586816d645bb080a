//line /in/p.go:1:1
package p; import _ "unsafe"/*line :1:10*/


//line /patch/example.com/p/patch.go:4:1

//go:linkname f example.com/q.f

//line /in/p.go:3:1
func f() {}


//line /patch/example.com/p/patch.go:7:1

//go:linkname g example.com/q.g
/*line :8:48*/
//go:noinline

//line /in/p.go:5:1
func g() {}


//line /patch/example.com/p/patch.go:11:1

//go:noinline

//line /in/p.go:7:1
func h() {}
