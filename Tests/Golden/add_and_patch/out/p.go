//line /in/p.go:1:1
package p; import path "path"; import os "os"/*line :1:10*/

import "strings"

type T struct{

//line /patch/example.com/p/patch.go:21:15
 a int 
//line /in/p.go:5:15
}

func F() {
//line /patch/example.com/p/patch.go:12:10
{
	println(strings.ToUpper(""), path.Base(""), os.Args)
}

//line /in/p.go:7:11
 println(strings.ToLower("")) }
