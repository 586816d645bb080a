//line /in/main.go:1:1
package main

func main() {
//line /patch/example.com/p/patch.go:4:13
{ println("starts") }

//line /in/main.go:3:14
}
