//line /in/p.go:1:1
package main

func main() {
//line /patch/.../main.go:4:13
{
	println("start")
}

//line /in/p.go:3:14
}
