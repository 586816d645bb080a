//line /in/p.go:1:1
package p

import (
	str "strings"

	"os"
)

func F() {
//line /patch/example.com/p/patch.go:9:10
{
	println(os/*line :10:16*/.Args, str/*line :10:30*/.ToUpper("x"))
	var w os/*line :11:14*/.File
	_ = w
}

//line /in/p.go:9:11
 println(os.Getpid(), str.ToUpper("")) }
