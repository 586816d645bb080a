//line /in/p.go:1:1
package p; import os "os"/*line :1:10*/

func F() {
//line /patch/example.com/p/patch.go:9:10
{ added(); println(os.Args) }

//line /in/p.go:3:11
}
