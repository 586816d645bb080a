//line /objs/p.cover.go:1:1
//line /in/p.go:1:1
package p; import os "os"/*line :1:10*/

func F(n int) int {
//line /patch/example.com/p/patch.go:6:19
{ println(n, os.Args) }

//line /in/p.go:3:20
goCover_1[0] = 1;
	if n > 1 {goCover_1[1] = 1;
		return n
	}
	goCover_1[2] = 1;return 1
}

func G() {
//line /patch/example.com/p/patch.go:9:10
{ println() }

//line /in/p.go:10:11
goCover_1[3] = 1;}
