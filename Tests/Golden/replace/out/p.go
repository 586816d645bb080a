//line /in/p.go:1:1
package p; import errors "errors"/*line :1:10*/

import (
	_ /*line :4:2*/"fmt"
	"os"
)

func F(x int) error {
//line /patch/example.com/p/patch.go:6:22

	return errors.New("no")

//line /in/p.go:11:1
}

var V = 
//line /patch/example.com/p/patch.go:11:9
2
//line /in/p.go:13:20


type 
//line /patch/example.com/p/patch.go:14:6
T struct{ b int }
//line /in/p.go:17:2


const (
	A = iota
	B = 
//line /patch/example.com/p/patch.go:17:11
7
//line /in/p.go:21:3

	C = iota/*line :22:3*/
)

func use() { os.Exit(1) }
