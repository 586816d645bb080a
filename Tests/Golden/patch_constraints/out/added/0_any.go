//line /patch/example.com/p/any.go:1:1
package p

func Any() {}
