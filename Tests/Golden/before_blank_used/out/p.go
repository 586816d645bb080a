//line /in/p.go:1:1
package p

func Serve(_ string, n/*line :3:23*/ int) {
//line /patch/example.com/p/patch.go:4:29
{
	println(n)
}

//line /in/p.go:3:30
}
