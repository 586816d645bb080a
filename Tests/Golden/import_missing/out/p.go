//line /in/p.go:1:1
package p; import os "os"; import strings "strings"/*line :1:10*/ // the package

import _ "strings"

func F(a string) {
//line /patch/example.com/p/patch.go:9:18
{
	println(os.Args, strings.ToUpper(a))
}

//line /in/p.go:5:19
}

func G() {
//line /patch/example.com/p/patch.go:14:10
{
	println(strings.ToLower(""))
}

//line /in/p.go:7:11
}
