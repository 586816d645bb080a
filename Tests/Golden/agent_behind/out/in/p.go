//line /in/p.go:1:1
package p; import os "os"/*line :1:10*/
//line /in/p.go:2:1

import "fmt"

// Before is not changed.
func Before() {}

func Entered(name string) {
//line /patch/example.com/p/x.go:9:27
{
	os.Exit(1)
}

//line /in/p.go:8:28

	fmt.Println(name)
}
//line /in/p.go:11:1

// Left has a comment that stands directly behind another declaration.
func Left() int {
//line /patch/example.com/p/x.go:17:17
defer func() /*line :17:17*/{
	os.Exit(2)
}()

//line /in/p.go:13:18

	return 1
}
//line /in/p.go:16:1
// Beside has a comment of its own.
func Beside() {}

type Pair struct {
	a int


//line /patch/example.com/p/x.go:22:19

	b int

//line /in/p.go:21:1
}
//line /in/p.go:22:1

func Last() {
//line /patch/example.com/p/x.go:27:13
{
	os.Exit(3)
}

//line /in/p.go:23:14
}
