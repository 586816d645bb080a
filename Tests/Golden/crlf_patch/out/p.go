//line /in/p.go:1:1
package p

type T struct{

//line /patch/example.com/p/patch.go:13:16

	x int

//line /in/p.go:3:15
}

func F(b string) {
//line /patch/example.com/p/patch.go:4:18
{
	println(b/*line :5:11*/)
}

//line /in/p.go:5:19
}
