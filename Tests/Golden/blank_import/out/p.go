//line /in/p.go:1:1
package p; import fmt "fmt"/*line :1:10*/

import "net/http"

func F() {
//line /patch/example.com/p/a.go:9:10
{
	fmt.Println()
}

//line /in/p.go:5:11
 _ = http.NoBody }
