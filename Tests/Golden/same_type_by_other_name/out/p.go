//line /in/p.go:1:1
package p

import tt "text/template"

func F(x *tt.Template) {
//line /patch/example.com/p/patch.go:6:30
{ println(x/*line :6:41*/) }

//line /in/p.go:5:25
}
