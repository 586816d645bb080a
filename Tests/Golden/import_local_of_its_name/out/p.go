//line /in/p.go:1:1
package p; import path_1 "path"/*line :1:10*/

type T struct{ name string }

func F() {
//line /patch/example.com/p/patch.go:6:10
{
	println(path_1/*line :7:14*/.Base("/"))
	path := T{"a"}
	println(path.name)
}

//line /in/p.go:5:11
}
