//line /in/p.go:1:1
package p

func F() {
//line /patch/example.com/p/patch.go:4:11

	println(1) /* x */ 
//line /in/p.go:6:1
}
