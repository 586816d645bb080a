//line /patch/example.com/p/x.go:1:1
package p

func X() {}
