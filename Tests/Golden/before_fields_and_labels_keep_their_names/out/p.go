//line /in/p.go:1:1
package p

func F(b string) {
//line /patch/example.com/p/patch.go:4:18
{
	type t struct{ a int }
	var x t
	x.a = len(b/*line :7:13*/)
	var y = struct{ a string }{b/*line :8:30*/}
	println(x.a, y.a)
a:
	for {
		break a
	}
	goto a
}

//line /in/p.go:3:19
}
