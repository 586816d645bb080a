//line /in/p.go:1:1
package p

import (
	"os"
	"strings"
)

func F() {
//line /patch/example.com/p/patch.go:6:10
{ println(os.Args) }

//line /in/p.go:8:11
 println(os.Getpid(), strings.ToUpper("")) }
