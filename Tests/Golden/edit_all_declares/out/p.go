//line /in/p.go:1:1
package p

func F() {
	{
//line /patch/example.com/p/patch.go:5:27

	x := 1
	println(x)

}

//line /in/p.go:4:2
g()
	{
//line /patch/example.com/p/patch.go:5:27

	x := 1
	println(x)

}

//line /in/p.go:5:2
g()
}

func g() {}
