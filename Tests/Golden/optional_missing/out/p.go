//line /in/p.go:1:1
package p

func There() {
//line /patch/example.com/p/patch.go:9:14
{ println() }

//line /in/p.go:3:15
}
