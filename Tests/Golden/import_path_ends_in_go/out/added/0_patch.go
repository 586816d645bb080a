//line /patch/example.com/patch.go:1:1
package example

func Y() {}
