//line /in/p.go:1:1
package p; import strings "strings"/*line :1:10*/

import . "strings"

func F() {
//line /patch/example.com/p/patch.go:6:10
{ println(strings.ToUpper("")) }

//line /in/p.go:5:11
 println(ToLower("")) }
