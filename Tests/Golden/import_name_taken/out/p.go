//line /in/p.go:1:1
package p; import template_1 "text/template"/*line :1:10*/

import "html/template"

func F() {
//line /patch/example.com/p/patch.go:6:10
{ template_1/*line :6:20*/.New("") }

//line /in/p.go:5:11
 template.New("") }
