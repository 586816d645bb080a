//line /in/p.go:1:1
package p

func main() {}

func F() {
//line /patch/.../f.go:4:10
{
	println("F")
}

//line /in/p.go:5:11
}
